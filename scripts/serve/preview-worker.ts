import type { SiteFile } from '../site/addresses.ts';
import { Preview, type PreviewLoaded } from './preview.ts';
import { answerQuestions } from './worker-process.ts';

/** Loads the data of a folder, or returns the file at an address. */
export type PreviewQuestion = { readonly load: string } | { readonly address: string };

export type PreviewAnswer = PreviewLoaded | { readonly file: SiteFile | null };

const preview = new Preview();

answerQuestions<PreviewQuestion, PreviewAnswer>(async (question) =>
  'load' in question ? preview.load(question.load) : { file: await preview.file(question.address) },
);
