import { ChartThread } from '../chart-thread.ts';
import { ifThere } from '../io/if-there.ts';
import { makeSite, type Made } from '../make-site.ts';
import { writeReportSchemas } from '../write-schemas.ts';
import { answerQuestions } from './questions.ts';

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
