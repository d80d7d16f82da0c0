import { dateText } from '../format/date.ts';
import { enumeration } from '../format/sentence.ts';
import { escaped, listed } from './changes/markdown.ts';

/** The text of a pull request, besides the change itself. */
export interface Proposal {
  /** Name of its branch, without the suffix that makes it unique. */
  readonly branch: string;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  /** Whether there is nothing left to do or say, except to someone who was asked for something before. */
  readonly isDone?: boolean;
}

export type Values = Readonly<Record<string, string>>;

interface Task {
  readonly branch: (values: Values) => string;
  readonly title: (values: Values) => string;
  /** The editor's next steps once it is merged. */
  readonly next: (values: Values) => readonly string[];
}

/** Added to a step if it is about another report than the one at `/`. */
function withReport(report = ''): string {
  return report === '' ? '' : ` en rapport \`${report}\``;
}

/** The tasks of an editor that a workflow can start, by name. */
const TASKS: Readonly<Record<string, Task>> = {
  meting: {
    branch: ({ id }) => `meting-${id}`,
    title: ({ id, norm }) => `Nieuwe meting ${id} van norm ${norm}`,
    next: ({ id, rapport }) => [
      'Voeg dit voorstel samen. De meting is in concept: op de site verandert er nog niets.',
      `Maak dan de formulieren: kies bij *Actions* de taak *Formulieren*, met meting \`${id}\`${withReport(rapport)}.`,
    ],
  },
  publicatie: {
    branch: ({ norm, id }) => `publicatie-${id || `norm-${norm}`}`,
    title: ({ norm, id }) => (id ? `Publicatie van meting ${id} van norm ${norm}` : `Publicatie van norm ${norm}`),
    next: () => [
      'Lees daarin elk cijfer na, en bekijk het voorbeeld van de site.',
      'Voeg dit voorstel pas samen als de uitkomst openbaar mag zijn. Daarna staat zij binnen een kwartier op de site.',
    ],
  },
  correctie: {
    branch: ({ organisatie, punt }) => `correctie-${organisatie}-${punt}`,
    title: ({ organisatie, punt, id }) => `Correctie van ${punt} van ${organisatie} in meting ${id}`,
    next: () => [
      'Lees daarin of alleen verandert wat u bedoelt.',
      'Voeg dit voorstel samen. Daarna staat het binnen een kwartier op de site, met de reden.',
    ],
  },
  editie: {
    branch: ({ id }) => `editie-${id}`,
    title: ({ id }) => `Editie van ${dateText(id!)}`,
    next: () => [
      'Lees na of de cijfers kloppen: een editie verandert nooit meer.',
      'Voeg dit voorstel samen. Daarna staat de editie binnen een kwartier op de site, en kan iedereen haar aanhalen.',
    ],
  },
  norm: {
    branch: ({ versie }) => `norm-${versie}`,
    title: ({ versie, van }) => `Nieuwe norm ${versie}, in de plaats van norm ${van}`,
    next: ({ versie, rapport }) => [
      `Pas op deze tak aan wat anders is: het bestand \`norm.yaml\` in de map van norm ${versie}, bij het tabblad *Files changed*.`,
      'Voeg dit voorstel samen. De norm is in concept: op de site verandert er nog niets.',
      `Is de norm vastgesteld? Kies dan bij *Actions* de taak *Publicatie*, met norm \`${versie}\`${withReport(rapport)} en zonder meting.`,
    ],
  },
  punten: {
    branch: ({ norm }) => `punten-norm-${norm}`,
    title: ({ norm }) => `Ambitiepunten van norm ${norm}`,
    next: ({ norm, rapport }) => [
      `Kijk op deze tak de ids en de samenvatting na: het bestand \`norm.yaml\` in de map van norm ${norm}.`,
      'Voeg dit voorstel samen. Een norm in concept staat nog niet op de site.',
      `Is de norm vastgesteld? Kies dan bij *Actions* de taak *Publicatie*, met norm \`${norm}\`${withReport(rapport)} en zonder meting.`,
    ],
  },
  rapport: {
    branch: ({ id }) => `rapport-${id}`,
    title: ({ titel }) => `Nieuw rapport: ${titel}`,
    next: ({ id }) => ['Voeg dit voorstel samen.', `Voeg organisaties en punten toe, met rapport \`${id}\`.`],
  },
  organisatie: {
    branch: ({ id }) => `organisatie-${id}`,
    title: ({ naam, norm }) => `Nieuwe organisatie: ${naam}${norm ? `, in norm ${norm}` : ''}`,
    next: ({ id }) => [
      'Voeg dit voorstel samen.',
      `Vraag wie het programma beheert om \`${id}\` in \`.github/CODEOWNERS\` te zetten. Dan keurt zij haar eigen resultaten goed.`,
    ],
  },
  document: {
    branch: ({ id }) => `document-${id}`,
    // A withheld document has no known title.
    title: ({ id, titel }) => `Nieuw document: ${titel || id}`,
    next: ({ id }) => [
      `Voeg dit voorstel samen. Noem daarna \`${id}\` bij \`bron\`, of in de kolom Bron van een formulier.`,
    ],
  },
};

/** GitHub accepts no title of more than 256 characters. */
const LONGEST_TITLE = 200;

function cut(title: string): string {
  return title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE - 1)}…`;
}

/** The pull request of a completed task; `notes` is what the command said about it. */
export function proposalOf(
  task: string,
  values: Values,
  {
    report,
    files,
    notes,
  }: { readonly report: string; readonly files: readonly string[]; readonly notes: readonly string[] },
): Proposal {
  const { branch, title, next } = TASKS[task]!;
  return {
    branch: branch(values),
    title: cut(title(values)),
    text: [
      `Rapport: ${escaped(report)}.`,
      '',
      ...notes.map((note) => `- ${escaped(note)}`),
      '',
      '### Gemaakt of aangepast',
      '',
      ...listed(
        files.map((file) => `\`${file}\``),
        'bestanden',
      ),
      '',
      '### En nu',
      '',
      '1. Wacht tot de controles groen zijn, en lees de reactie *Wat deze wijziging doet*.',
      ...next(values).map((step, index) => `${index + 2}. ${step}`),
      '',
    ].join('\n'),
  };
}

/** The outcome of reading the forms and fixing the style of a branch. */
export interface Intake {
  /** Names of the forms that were read. */
  readonly forms: readonly string[];
  readonly notes: readonly string[];
  /** Why nothing was read, each with its cell. */
  readonly refused: readonly string[];
  /** Files in which only the style was changed. */
  readonly styled: readonly string[];
}

/**
 * Marks a comment that asks for something, so that the workflow finds it again; no cell can contain it, since `<` is
 * escaped.
 */
const ASKS = '<!-- vraagt iets -->';

const PUBLIC =
  'Een formulier dat hier is neergezet, blijft in de geschiedenis van deze repository staan, ook als het is weggehaald. Is de repository openbaar, dan is het dat ook.';

/** The commit and the comment in a pull request that say what was read and put in style. */
export function intakeProposal({ forms, notes, refused, styled }: Intake): Proposal {
  if (forms.length + styled.length === 0)
    return {
      branch: 'inlezen',
      title: 'Niets in te lezen',
      text: 'In de map `formulieren` van deze tak staat geen formulier meer, en alles staat in één stijl. Er is niets meer te doen.\n',
      isDone: true,
    };
  const read = forms.length > 0 && refused.length === 0;
  const title = read
    ? `${forms.length === 1 ? 'Formulier' : `${forms.length} formulieren`} ingelezen`
    : 'Opmaak: alles in één stijl';
  const text =
    refused.length > 0
      ? [
          ASKS,
          '## De formulieren zijn niet ingelezen',
          '',
          'Er is niets veranderd. Dit klopt nog niet:',
          '',
          ...refused.map((line) => `- ${escaped(line)}`),
          '',
          'Verbeter het formulier op uw computer en sleep het opnieuw in de map `formulieren` van deze tak, onder dezelfde naam. Dan wordt het opnieuw gelezen. Hoort een bestand er niet bij? Open het in deze tak, en kies op de drie puntjes *Delete file*.',
        ]
      : [
          ...(read
            ? [
                `## ${title}`,
                '',
                ...notes.map((note) => `- ${escaped(note)}`),
                '',
                `Weggehaald uit de map \`formulieren\`: ${enumeration(forms.map(escaped))}. De antwoorden staan nu in de gegevens.`,
              ]
            : []),
          ...(styled.length > 0
            ? [
                ...(read ? [''] : []),
                '## Alles staat in één stijl',
                '',
                'Alleen de opmaak is veranderd: volgorde, aanhalingstekens of regelbreedte. Wat er staat, bleef gelijk.',
                '',
                ...styled.map((file) => `- \`${file}\``),
              ]
            : []),
        ];
  return { branch: 'inlezen', title, text: [...text, ...(forms.length > 0 ? ['', PUBLIC] : []), ''].join('\n') };
}
