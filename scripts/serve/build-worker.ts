import { ChartThread } from '../charts/chart-thread.ts';
import { ifThere } from '../io/disk.ts';
import { type Made, makeSite } from '../site/make-site.ts';
import { writeReportSchemas } from '../editing/write-schemas.ts';
import { answerQuestions } from './worker-process.ts';

/** Where a site is made of, and where it goes. */
export interface Folders {
  readonly data: string;
  readonly output: string;
}

const charts = new ChartThread();

answerQuestions<Folders, Made>(async ({ data, output }) => {
  const made = await makeSite(data, output, { charts });
  // Also of data with problems: who adds a point sees it among the choices before its results are there.
  // A file may go while it is read; the next build follows that.
  ifThere(() => writeReportSchemas(data), 0);
  return made;
});
