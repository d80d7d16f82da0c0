import { HEADER_RULES } from './policy.ts';

/** What GitHub Pages cannot do of the policy, for who chooses it; Markdown. */
export function githubPagesNote(): string {
  return [
    '# Koppen op GitHub Pages',
    '',
    'GitHub Pages stuurt zijn eigen koppen. U kunt er geen bij zetten. De site werkt, maar dit ontbreekt:',
    '',
    ...Object.entries(HEADER_RULES.at(-1)!.headers).map(([name, value]) => `- \`${name}: ${value}\``),
    '',
    'Wat u wel kunt doen:',
    '',
    '- Zet bij *Settings*, *Pages* het vinkje *Enforce HTTPS* aan.',
    '- Zet een dienst ervoor die wel koppen kan sturen. Veel diensten lezen het bestand `_headers` in de map van de site.',
    '- Zet een leeg bestand `.nojekyll` in de map. Anders laat GitHub bestanden weg waarvan de naam met een streepje begint.',
    '',
    'Voor een site van de overheid is een webserver met eigen koppen beter: internet.nl test daarop. Zie `npm run headers -- --server nginx`.',
    '',
  ].join('\n');
}
