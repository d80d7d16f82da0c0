import { QUESTIONS, settingLine, settingsOf, type GitHubAnswers } from '../editing/repository-settings.ts';
import { askGitHub } from '../io/git.ts';
import { readData } from '../io/read.ts';
import { settleEdits } from '../io/write-edits.ts';
import { buildReport } from '../report.ts';
import { runCommand } from '../cli/run.ts';

await runCommand(
  {
    name: 'npm run settings',
    description:
      'Zegt welke instellingen van de repository op GitHub de taken voor de redactie nodig hebben, en wat er nog ontbreekt. Verandert niets.',
    options: {
      repository: {
        value: 'NAAM',
        description: 'repository, zoals regio/norm; zonder deze optie die waaruit deze map komt',
      },
      data: { value: 'MAP', description: 'map met gegevens', default: 'data' },
    },
    examples: ['npm run settings', 'npm run settings -- --repository regio/norm'],
  },
  ({ repository, data }, output) => {
    settleEdits(data, output.err);
    const { report } = buildReport(readData(data));
    const answers = Object.fromEntries(
      Object.entries(QUESTIONS).map(([name, question]) => [name, askGitHub(question, repository)]),
    ) as GitHubAnswers;
    const settings = settingsOf(answers, (report?.settings.repository ?? null) !== null);
    for (const setting of settings) (setting.isRight === false ? output.err : output.out)(settingLine(setting));
    const missing = settings.filter(({ isRight }) => isRight === false).length;
    const unseen = settings.filter(({ isRight }) => isRight === null).length;
    output.out(
      missing + unseen === 0
        ? 'Alles is ingesteld.'
        : `${missing === 0 ? 'Er ontbreekt niets wat hier te zien is' : `Nog in te stellen: ${missing}`}. Niet te zien: ${unseen}${unseen > 0 ? '; dat ziet alleen wie de repository beheert' : ''}.`,
    );
    return missing === 0 ? 0 : 1;
  },
);
