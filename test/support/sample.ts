import type { Tree } from './tree.ts';

/** A small valid data folder with one of everything: two norms, the second of which replaces the first. */
export const sample: Tree = {
  'site.yaml': `titel: Proefsite
adres: https://proef.example
uitgever: Proefprovincie
contact: proef@proef.example
rapporten:
  - map: proef
    pad: /
`,
  'proef/rapport.yaml': `titel: Proefrapport
regio: Proefland
samenvatting: Een proef.
`,
  'proef/organisaties.yaml': `organisaties:
  - id: adam
    naam: Gemeente Adam
    korte_naam: Adam
    soort: gemeente
  - id: bedam
    naam: Gemeente Bedam
    korte_naam: Bedam
    soort: gemeente
    tooi: gemeente/gm0034
  - id: water
    naam: Waterschap Water
    korte_naam: Water
    soort: waterschap
`,
  'proef/documenten.yaml': `documenten:
  - id: besluit
    openbaar: true
    titel: Besluit
    soort: norm
    datum: "2021-01-15"
    uitgever: Proefprovincie
    registratienummer: "0034"
    url: https://proef.example/besluit
    verwijst_naar: [brief]
    bijlagen:
      - {titel: Bijlage, edocs: "12", url: https://proef.example/bijlage}
  - id: brief
    openbaar: true
    titel: Brief
    soort: raadsbrief
    uitgever: Proefprovincie
  - id: dossier-7
    openbaar: false
`,
  'proef/normen/1.0/norm.yaml': `versie: "1.0"
titel: Oude norm
samenvatting: Drie punten.
status: afgerond
deelnemers: [adam, bedam]
volledig: true
themas:
  - {id: beleid, titel: Beleid}
ambitiepunten:
  - {id: plan, thema: beleid, titel: Er is een plan}
  - {id: overleg, thema: beleid, titel: Er is overleg}
  - {id: nevenfuncties, thema: beleid, titel: Nevenfuncties zijn bekend}
`,
  'proef/normen/1.0/metingen/2022/meting.yaml': `titel: Meting 2022
datum: "2022-23"
soort: eindmeting
niveau: punten
`,
  'proef/normen/1.0/metingen/2022/resultaten/adam.yaml': `organisatie: adam
resultaten:
  plan: behaald
  overleg: deels behaald
  nevenfuncties: niet behaald
`,
  'proef/normen/1.0/metingen/2022/resultaten/bedam.yaml': `organisatie: bedam
resultaten:
  plan: niet behaald
  overleg: niet openbaar
  nevenfuncties: niet beoordeeld
`,
  'proef/normen/2.0/norm.yaml': `versie: "2.0"
titel: Nieuwe norm
samenvatting: Vier punten.
status: van kracht
looptijd: {van: "2025", tot: "2027"}
vastgesteld: "2025-02-01"
bron: besluit
opvolger_van: "1.0"
deelnemers:
  - adam
  - bedam
  - {organisatie: water, vanaf: "2025-07"}
volledig: true
telling:
  deels_behaald: 0.5
  totaal: gezamenlijk
themas:
  - id: beleid
    titel: Beleid
  - id: mensen
    titel: Mensen
    toelichting: Over mensen.
ambitiepunten:
  - id: plan
    nummer: "1.1"
    thema: beleid
    titel: Er is een plan
    herkomst:
      - punt: plan
        relatie: gelijk
  - id: gesprek
    thema: beleid
    titel: Er is een gesprek
    herkomst:
      - punt: overleg
        relatie: aangescherpt
  - id: training
    thema: mensen
    titel: Er is een training
    geldt_voor: [gemeente]
  - id: loket
    thema: mensen
    titel: Er is een loket
    vanaf: "2025-06"
vervallen:
  - punt: nevenfuncties
    reden: Staat in de wet.
`,
  'proef/normen/2.0/metingen/lente/meting.yaml': `titel: Meting in de lente
datum: "2025-03"
soort: nulmeting
niveau: punten
`,
  'proef/normen/2.0/metingen/lente/resultaten/adam.yaml': `organisatie: adam
resultaten:
  plan: behaald
  gesprek: behaald
  training: deels behaald
`,
  'proef/normen/2.0/metingen/lente/resultaten/bedam.yaml': `organisatie: bedam
resultaten:
  plan: niet behaald
  gesprek: niet behaald
  training: behaald
`,
  'proef/normen/2.0/metingen/najaar/meting.yaml': `titel: Meting in het najaar
datum: "2025-23"
soort: tussenmeting
gepubliceerd: "2025-12-01"
toelichting: Een meting.
bron: [besluit, dossier-7]
niveau: punten
gerapporteerd:
  - bereik: totaal
    percentage: 70
    bron: brief
`,
  'proef/normen/2.0/metingen/najaar/resultaten/adam.yaml': `organisatie: adam
resultaten:
  plan: behaald
  gesprek: behaald
  training: behaald
  loket: behaald
`,
  'proef/normen/2.0/metingen/najaar/resultaten/bedam.yaml': `organisatie: bedam
resultaten:
  plan: behaald
  gesprek:
    status: niet behaald
    toelichting: Het komt er.
    bron: brief
    verwacht: "2026-06"
  training: {status: niet van toepassing, reden: Geen personeel.}
  loket: behaald
`,
  'proef/normen/2.0/metingen/najaar/resultaten/water.yaml': `organisatie: water
resultaten:
  plan: behaald
  gesprek: niet behaald
  loket: niet behaald
`,
};

/** Short names for folders of the sample. */
export const OLD = 'proef/normen/1.0';
export const NEW = 'proef/normen/2.0';
export const AUTUMN = `${NEW}/metingen/najaar`;
