import type { Ambition, Applicability, Dropped, Norm, Origin, Participant, Theme } from '../../model/norm.ts';
import type { Round } from '../../model/round.ts';
import type { CheckedFile } from '../../model/tree.ts';
import { ORGANISATION_KIND_WORDS } from '../files/report.ts';
import { type AuthoredNorm, comparableByDefault, RESULT_WORDS } from '../files/norm.ts';
import { type Path, placesOf } from '../tree.ts';
import { exact, NORM_STATUS, ORGANISATION_KIND, RELATION, STATUS } from '../words.ts';
import type { SourceReader } from './report.ts';

type AuthoredAmbition = NonNullable<AuthoredNorm['ambitiepunten']>[number];
type KindWord = (typeof ORGANISATION_KIND_WORDS)[number];

function isKindWord(word: string): word is KindWord {
  return (ORGANISATION_KIND_WORDS as readonly string[]).includes(word);
}

function applicability(word: string): Applicability {
  return isKindWord(word) ? { kind: ORGANISATION_KIND[word] } : { organisation: word };
}

/** Maps norm.yaml to the model. */
export function mapNorm(
  authored: AuthoredNorm,
  checked: CheckedFile,
  sources: SourceReader,
  rounds: readonly Round[],
): Norm {
  function at<Field extends string>(path: Path, keys: Record<Field, string>) {
    return placesOf(checked, path, keys);
  }

  function participant(each: NonNullable<AuthoredNorm['deelnemers']>[number], index: number): Participant {
    return {
      ...(typeof each === 'string'
        ? { organisation: each, from: null, until: null }
        : { organisation: each.organisatie, from: each.vanaf ?? null, until: each.tot ?? null }),
      at: at(['deelnemers', index], { organisation: 'organisatie', from: 'vanaf', until: 'tot' }),
    };
  }

  function theme(each: NonNullable<AuthoredNorm['themas']>[number], index: number): Theme {
    return {
      id: each.id,
      title: each.titel,
      explanation: each.toelichting ?? null,
      at: at(['themas', index], { id: 'id' }),
    };
  }

  function origin(path: Path) {
    return (each: NonNullable<AuthoredAmbition['herkomst']>[number], index: number): Origin => ({
      ambition: each.punt,
      relation: RELATION[each.relatie],
      comparable: each.vergelijkbaar ?? comparableByDefault(each.relatie),
      reason: each.reden ?? null,
      at: at([...path, 'herkomst', index], { ambition: 'punt', comparable: 'vergelijkbaar', relation: 'relatie' }),
    });
  }

  function ambition(each: AuthoredAmbition, index: number): Ambition {
    return {
      id: each.id,
      number: each.nummer ?? null,
      theme: each.thema ?? null,
      title: each.titel,
      explanation: each.toelichting ?? null,
      criteria: each.criteria ?? [],
      appliesTo: each.geldt_voor?.map(applicability) ?? null,
      from: each.vanaf ?? null,
      until: each.tot ?? null,
      origins: each.herkomst?.map(origin(['ambitiepunten', index])) ?? [],
      at: at(['ambitiepunten', index], {
        id: 'id',
        theme: 'thema',
        appliesTo: 'geldt_voor',
        from: 'vanaf',
        until: 'tot',
        origins: 'herkomst',
      }),
    };
  }

  function dropped(each: NonNullable<AuthoredNorm['vervallen']>[number], index: number): Dropped {
    return {
      ambition: each.punt,
      reason: each.reden,
      at: at(['vervallen', index], { ambition: 'punt' }),
    };
  }

  return {
    version: authored.versie,
    title: authored.titel,
    summary: authored.samenvatting,
    status: NORM_STATUS[authored.status],
    term: authored.looptijd
      ? {
          from: authored.looptijd.van,
          to: authored.looptijd.tot ?? null,
          at: at(['looptijd'], { from: 'van', to: 'tot' }),
        }
      : null,
    adopted: authored.vastgesteld ?? null,
    sources: sources.read(authored.bron, checked, ['bron']),
    predecessor: authored.opvolger_van ?? null,
    participants: authored.deelnemers.map(participant),
    complete: authored.volledig,
    counting: {
      partlyAchieved: exact(authored.telling?.deels_behaald ?? 0),
      total: authored.telling?.totaal === 'gemiddelde-per-organisatie' ? 'mean-per-organisation' : 'joint',
    },
    statusWords: Object.fromEntries(
      RESULT_WORDS.flatMap((word) => {
        const own = authored.statuswoorden?.[word];
        return own === undefined ? [] : [[STATUS[word], own]];
      }),
    ),
    undatedRounds: authored.niet_openbare_metingen
      ? {
          count: authored.niet_openbare_metingen.aantal,
          explanation: authored.niet_openbare_metingen.toelichting ?? null,
          sources: sources.read(authored.niet_openbare_metingen.bron, checked, ['niet_openbare_metingen', 'bron']),
        }
      : null,
    themes: authored.themas?.map(theme) ?? [],
    ambitions: authored.ambitiepunten?.map(ambition) ?? [],
    dropped: authored.vervallen?.map(dropped) ?? [],
    rounds,
    at: at([], {
      version: 'versie',
      counting: 'telling',
      predecessor: 'opvolger_van',
      participants: 'deelnemers',
      themes: 'themas',
      ambitions: 'ambitiepunten',
      dropped: 'vervallen',
      complete: 'volledig',
    }),
  };
}
