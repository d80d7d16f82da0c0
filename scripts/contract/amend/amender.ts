import type { z } from 'zod';
import { error, type Problem } from '../../model/problem.ts';
import type { SourceNode, SourceScalar } from '../../model/tree.ts';
import { formOf, optionFor, type Form } from '../forms.ts';
import type { Amending, Outer } from './amending.ts';
import { colonMessage } from './entries.ts';
import { amendList } from './list.ts';
import { RecordAmender } from './record.ts';
import { amendRows } from './rows.ts';

/**
 * Makes of what stands in a file what was meant, as far as that is clear, and says what was not: keys that are misspelt, stand
 * twice, or too far to the left or right; records and lists that ran into each other where a line is gone. What is read of
 * the outcome is then as good as what the author will have when the problem is solved, so nothing follows from it.
 */
export class Amender implements Amending {
  readonly problems: Problem[] = [];
  readonly unclear = new WeakSet<SourceNode>();
  readonly excused = new WeakMap<SourceNode, ReadonlySet<string>>();
  readonly guessed = new WeakMap<SourceNode, ReadonlySet<string>>();
  readonly #toldAt = new Set<number>();
  readonly #file: string;
  readonly #text: string;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
  }

  amend(schema: z.ZodType, node: SourceNode, outer: Outer | null = null): SourceNode {
    const form = formOf(schema);
    switch (form.kind) {
      case 'record':
        return this.#record(form, node, outer);
      case 'list':
        return amendList(this, form, node, outer);
      case 'rows':
        return amendRows(this, form, node);
      case 'choice': {
        const option = optionFor(form, node);
        return option ? this.amend(option, node, outer) : this.colonless(node);
      }
      case 'word':
        return node;
    }
  }

  hasTold(offset: number): boolean {
    return this.#toldAt.has(offset);
  }

  told(offset: number, message: string): void {
    this.#toldAt.add(offset);
    this.problems.push(error({ file: this.#file, offset }, message));
  }

  raw(node: SourceScalar): string {
    return this.#text.slice(node.start, node.end);
  }

  colonless(node: SourceNode): SourceNode {
    const found = node.kind === 'scalar' && node.isPlain ? /^([\p{L}\p{N}_-]+)([:;=])\s*\S/u.exec(node.text) : null;
    if (!found) return node;
    const [, key = '', sign] = found;
    this.told(node.start + key.length, colonMessage(sign, `"${key}: …"`));
    this.unclear.add(node);
    return node;
  }

  #record(form: Extract<Form, { kind: 'record' }>, node: SourceNode, outer: Outer | null): SourceNode {
    if (node.kind === 'sequence' && node.items.length === 1 && node.items[0]!.kind === 'mapping') {
      this.told(node.start, 'hier hoort een groep velden, geen lijst; haal het streepje ("- ") weg');
      return this.#record(form, node.items[0]!, outer);
    }
    return node.kind === 'mapping' ? new RecordAmender(this, form, node, outer).record() : this.colonless(node);
  }
}
