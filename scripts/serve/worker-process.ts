import { type ChildProcess, fork } from 'node:child_process';
import { systemErrorMessage, errorTrace } from '../cli/system-error.ts';
import { CLI } from '../io/project.ts';

/** The answer if the program failed. */
interface Failure {
  readonly error: string;
}

/** In the child process: answers the parent's questions, one after another, until the parent is gone. */
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
  // Not process.exit(): that ends threads one by one, and crashes if one of them is still loading.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
}

/** The folder in which the command was started. */
const HERE = process.cwd();

interface PendingQuestion<Question, Answer> {
  readonly question: Question;
  readonly done: (answer: Answer | Failure) => void;
}

/**
 * A child process that answers questions in the order asked. A process of its own, so that a change of the program
 * itself takes effect when it is restarted.
 */
export class WorkerProcess<Question extends object, Answer extends object> {
  readonly #script: string;
  readonly #program: string;
  /** Null after it died, until the next question: a program that cannot start is not restarted for ever. */
  #process: ChildProcess | null;
  /** Unanswered questions, oldest first. */
  #waiting: PendingQuestion<Question, Answer>[] = [];

  /** `script`: the name of a file in this folder that calls `answerQuestions`; `program` runs it. */
  constructor(script: string, program = CLI) {
    this.#script = script;
    this.#program = program;
    this.#process = this.#start();
  }

  /** Never rejects: a failure is an answer with an error. */
  ask(question: Question): Promise<Answer | Failure> {
    return new Promise((done) => {
      this.#waiting.push({ question, done });
      this.#send(question);
    });
  }

  /** After a change of the program: unanswered questions are asked again. */
  restart(): void {
    this.#process?.removeAllListeners().on('error', () => {});
    this.#process?.kill();
    this.#process = this.#start();
    for (const { question } of this.#waiting) this.#send(question);
  }

  /** Nothing can be sent to a dying process; the exit handler answers instead. */
  #send(question: Question): void {
    this.#process ??= this.#start();
    this.#process.send(question, () => {});
  }

  #start(): ChildProcess {
    // A folder by its name, since it may have been removed and created again after this process began.
    const started = fork(this.#program, [this.#script], { cwd: HERE, execArgv: [], serialization: 'advanced' });
    started.on('error', () => this.#died());
    started.on('message', (answer: Answer | Failure) => this.#waiting.shift()?.done(answer));
    started.on('exit', () => this.#died());
    return started;
  }

  /** An error that took the process down: the next question is for a new one. */
  #died(): void {
    this.#process = null;
    for (const { done } of this.#waiting.splice(0))
      done({
        error:
          'Het bouwen is onverwacht gestopt; de reden staat hierboven. Na de volgende wijziging wordt opnieuw gebouwd.',
      });
  }
}
