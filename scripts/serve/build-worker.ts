import { ChartThread } from '../charts/chart-thread.ts';
import { ifThere } from '../io/disk.ts';
import { type Made, makeSite } from '../site/make-site.ts';
import { writeReportSchemas } from '../editing/write-schemas.ts';
import { answerQuestions } from './worker-process.ts';

/** What a site is built from, and where to. */
export interface Folders {
  readonly data: string;
  readonly output: string;
}

const charts = new ChartThread();

answerQuestions<Folders, Made>(async ({ data, output }) => {
  const made = await makeSite(data, output, { charts });
  // Also for data with problems: an editor who adds an ambition sees it among the choices before its results exist. A
  // file may disappear while it is read; the next build follows that.
  ifThere(() => writeReportSchemas(data), 0);
  return made;
});
