import { type Figures, type Scope, scopeKey } from '../../compute/figures.ts';
import type { RoundFigures } from '../../compute/round.ts';
import type { Edition, FrozenFigure, FrozenNorm, FrozenRound } from '../../model/edition.ts';
import type { Norm } from '../../model/norm.ts';
import type { FieldPlaces, Place } from '../../model/problem.ts';
import type { ReportedScope, Round } from '../../model/round.ts';
import { normContext, type ReportContext } from '../context.ts';

const NOWHERE: Place = { file: '', offset: 0 };

/** Frozen data has no place in a file: the file may have changed or gone since. */
const AT: FieldPlaces<string> = {
  value: () => NOWHERE,
  key: () => NOWHERE,
  whole: NOWHERE,
  start: NOWHERE,
  isDoubtful: () => false,
};

function scopeOf({ kind, theme, organisation, ambition }: FrozenFigure['scope']): Scope {
  switch (kind) {
    case 'total':
      return { kind };
    case 'theme':
      return { kind, theme: theme! };
    case 'organisation':
      return { kind, organisation: organisation! };
    case 'theme-organisation':
      return { kind, theme: theme!, organisation: organisation! };
    case 'ambition':
      return { kind, ambition: ambition!, theme };
  }
}

/** A figure as it was published; nothing is computed again. */
function figuresOf(frozen: FrozenFigure): Figures {
  const scope = scopeOf(frozen.scope);
  const { counts, percentage, lower, upper, reported } = frozen;
  return {
    scope,
    counts,
    percentage,
    lower,
    upper,
    coverage: null,
    reported: reported && {
      scope: scope as ReportedScope,
      percentage: reported,
      sources: [],
      explanation: null,
      at: AT,
    },
  };
}

function roundOf({ id, title, date, kind, published, figures: frozen }: FrozenRound): RoundFigures {
  const round: Round = {
    id,
    title,
    date,
    kind,
    published,
    concept: false,
    assessment: null,
    explanation: null,
    sources: [],
    level: 'points',
    reported: [],
    corrections: [],
    results: [],
    at: AT,
  };
  const figures = frozen.map(figuresOf);
  return { round, cells: [], figures, byScope: new Map(figures.map((each) => [scopeKey(each.scope), each])) };
}

function normOf(frozen: FrozenNorm): Norm {
  const { version, title, complete, counting, statusWords, themes, ambitions, participants } = frozen;
  const always = { from: null, until: null, at: AT };
  return {
    version,
    title,
    complete,
    counting,
    statusWords,
    summary: '',
    status: 'in-force',
    term: null,
    adopted: null,
    sources: [],
    predecessor: null,
    undatedRounds: null,
    dropped: [],
    rounds: [],
    at: AT,
    themes: themes.map((theme) => ({ ...theme, explanation: null, at: AT })),
    ambitions: ambitions.map((ambition) => ({
      ...ambition,
      ...always,
      explanation: null,
      criteria: [],
      appliesTo: null,
      origins: [],
    })),
    participants: participants.map((organisation) => ({ organisation, ...always })),
  };
}

/** A report as it was in an edition, as far as charts need it. They show the frozen figures and link to the edition. */
export function editionContext(context: ReportContext, edition: Edition): ReportContext {
  const norms = edition.norms.map((frozen) =>
    normContext({ norm: normOf(frozen), rounds: frozen.rounds.map(roundOf), changes: [] }, context.report),
  );
  function within(at: ReportContext['at']): ReportContext['at'] {
    return {
      ...at,
      norm: () => at.edition(edition.id),
      round: (version, round) => at.editionRound(edition.id, version, round),
      chart: (id) => at.editionChart(edition.id, id),
    };
  }
  return {
    ...context,
    at: within(context.at),
    to: within(context.to),
    norms,
    norm: (version) => norms.find(({ norm }) => norm.version === version),
    organisation: (id) => ({
      id,
      name: edition.organisations.get(id)?.name ?? id,
      shortName: edition.organisations.get(id)?.shortName ?? id,
      kind: 'other',
      tooi: null,
      at: AT,
    }),
  };
}
