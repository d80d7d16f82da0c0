import type { ReportContext } from '../context.ts';

/** Where the published files are, and how they are called. */
export const dataView = (context: ReportContext) => ({
  title: context.report.data.title,
  fictional: context.report.data.fictional,
  method: context.to.method,
  file: (name: string) => `${context.to.data}${name}`,
});
