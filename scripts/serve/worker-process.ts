import { type ChildProcess, fork } from 'node:child_process';
import { systemErrorMessage, errorTrace } from '../cli/system-error.ts';
import { CLI } from '../io/project.ts';

/** What is answered where the program failed. */
interface Failure {
  readonly error: string;
}

/** In a process of its own: answers its parent's questions, one after another, until the parent is gone. */
export function answerQuestions<Question, Answer>(answer: (question: Question) => Answer | Promise<Answer>): void {
  let last: Promise<void> = Promise.resolve();
  process.on('message', (question: Question) => {
    last = last
      .then(() => answer(question))
      .catch((error: unknown): Failure => ({ error: systemErrorMessage(error) ?? errorTrace(error) }))
      .then((given) => {
        process.send?.(given, () => {});
      });
  });
  // Not process.exit(): that ends threads one by one, and crashes where one of them is still loading.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
}

/** The folder from which the command was started. */
const HERE = process.cwd();

interface PendingQuestion<Question, Answer> {
  readonly question: Question;
  readonly done: (answer: Answer | Failure) => void;
}

/**
 * A process that answers questions, in the order in which they are asked. A process of its own, so that a change of the
 * program itself takes effect: then it is started anew.
 */
export class WorkerProcess<Question extends object, Answer extends object> {
  readonly #script: string;
  readonly #program: string;
  /** Null after it died, until the next question: a program that cannot start is not started for ever. */
  #process: ChildProcess | null;
  /** What was asked and not yet answered, the first first. */
  #waiting: PendingQuestion<Question, Answer>[] = [];

  /** `script`: the name of a file beside this one that calls `answerQuestions`; `program` runs it. */
  constructor(script: string, program = CLI) {
    this.#script = script;
    this.#program = program;
    this.#process = this.#start();
  }

  /** Never rejects: what goes wrong is answered as an error. */
  ask(question: Question): Promise<Answer | Failure> {
    return new Promise((done) => {
      this.#waiting.push({ question, done });
      this.#send(question);
    });
  }

  /** For a change of the program: what was not yet answered is asked again. */
  restart(): void {
    this.#process?.removeAllListeners().on('error', () => {});
    this.#process?.kill();
    this.#process = this.#start();
    for (const { question } of this.#waiting) this.#send(question);
  }

  /** To one that is dying nothing can be sent; that it died is answered then. */
  #send(question: Question): void {
    this.#process ??= this.#start();
    this.#process.send(question, () => {});
  }

  #start(): ChildProcess {
    // A folder by its name, for it may have been removed and made again since this process began.
    const started = fork(this.#program, [this.#script], { cwd: HERE, execArgv: [], serialization: 'advanced' });
    started.on('error', () => this.#died());
    started.on('message', (answer: Answer | Failure) => this.#waiting.shift()?.done(answer));
    started.on('exit', () => this.#died());
    return started;
  }

  /** An error that took the process along: the next question is for a new one. */
  #died(): void {
    this.#process = null;
    for (const { done } of this.#waiting.splice(0))
      done({
        error:
          'Het bouwen is onverwacht gestopt; de reden staat hierboven. Na de volgende wijziging wordt opnieuw gebouwd.',
      });
  }
}
