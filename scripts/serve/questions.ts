import { faultMessage, faultTrace } from '../cli/system-error.ts';

/** What is answered where the program failed. */
export interface Fault {
  readonly fault: string;
}

/** In a process of its own: answers its parent's questions, one after another, until the parent is gone. */
export function answerQuestions<Question, Answer>(answer: (question: Question) => Answer | Promise<Answer>): void {
  let last: Promise<void> = Promise.resolve();
  process.on('message', (question: Question) => {
    last = last
      .then(() => answer(question))
      .catch((fault: unknown): Fault => ({ fault: faultMessage(fault) ?? faultTrace(fault) }))
      .then((given) => {
        process.send?.(given, () => {});
      });
  });
  // Not process.exit(): that ends threads one by one, and crashes where one of them is still loading.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
}
