import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';

/** The server's explanation of a place in a text. */
export interface Diagnostic {
  readonly message: string;
  readonly range: Readonly<Record<'start' | 'end', { readonly line: number; readonly character: number }>>;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: {
    readonly uri?: string;
    readonly diagnostics?: readonly Diagnostic[];
    readonly items?: readonly unknown[];
  };
  readonly result?: unknown;
}

/** The server that VS Code's YAML extension runs, addressed through its own protocol. */
export class LanguageServer {
  readonly #process: ChildProcessWithoutNullStreams = spawn(process.execPath, [
    'node_modules/yaml-language-server/bin/yaml-language-server',
    '--stdio',
  ]);
  readonly #waiting = new Map<number, (result: unknown) => void>();
  readonly #diagnosed = new Map<string, (found: readonly Diagnostic[]) => void>();
  #buffer = Buffer.alloc(0);
  #last = 0;

  constructor() {
    this.#process.stdout.on('data', (chunk: Buffer) => this.#read(chunk));
  }

  async start(root: string): Promise<void> {
    await this.#ask('initialize', {
      processId: process.pid,
      rootUri: root,
      capabilities: {
        textDocument: {
          hover: { contentFormat: ['markdown'] },
          completion: { completionItem: { snippetSupport: true } },
        },
        workspace: { configuration: true },
      },
    });
    this.#send({ method: 'initialized', params: {} });
  }

  stop(): void {
    this.#process.kill();
  }

  /** Opens a text as if it were a file; resolves to its red underlines. */
  open(uri: string, text: string): Promise<readonly Diagnostic[]> {
    const found = new Promise<readonly Diagnostic[]>((resolve) => this.#diagnosed.set(uri, resolve));
    this.#send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
    });
    return found;
  }

  /**
   * Reports, as an editor does, that files changed on disk; resolves to the red underlines of an open text after that.
   */
  written(uri: string, files: readonly string[]): Promise<readonly Diagnostic[]> {
    const found = new Promise<readonly Diagnostic[]>((resolve) => this.#diagnosed.set(uri, resolve));
    this.#send({
      method: 'workspace/didChangeWatchedFiles',
      params: { changes: files.map((file) => ({ uri: file, type: 2 })) },
    });
    return found;
  }

  async hover(uri: string, line: number, character: number): Promise<string> {
    const result = (await this.#ask('textDocument/hover', {
      textDocument: { uri },
      position: { line, character },
    })) as { contents?: { value?: string } } | null;
    return result?.contents?.value ?? '';
  }

  async complete(uri: string, line: number, character: number): Promise<string[]> {
    const result = (await this.#ask('textDocument/completion', {
      textDocument: { uri },
      position: { line, character },
    })) as { items?: readonly { label: string }[] } | readonly { label: string }[];
    return ('items' in result ? result.items! : (result as readonly { label: string }[])).map(({ label }) => label);
  }

  #ask(method: string, params: object): Promise<unknown> {
    const id = ++this.#last;
    this.#send({ id, method, params });
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const end = this.#buffer.indexOf('\r\n\r\n');
      const size = Number(
        /Content-Length: (\d+)/.exec(this.#buffer.subarray(0, Math.max(end, 0)).toString())?.[1] ?? -1,
      );
      if (end < 0 || size < 0 || this.#buffer.length < end + 4 + size) return;
      const message = JSON.parse(this.#buffer.subarray(end + 4, end + 4 + size).toString()) as Message;
      this.#buffer = this.#buffer.subarray(end + 4 + size);
      this.#take(message);
    }
  }

  #take({ id, method, params, result }: Message): void {
    if (method === 'textDocument/publishDiagnostics') return this.#diagnosed.get(params!.uri!)?.(params!.diagnostics!);
    if (method === 'workspace/configuration')
      return this.#send({
        id,
        result: params!.items!.map(() => ({
          validate: true,
          hover: true,
          completion: true,
          schemaStore: { enable: false },
        })),
      });
    if (method !== undefined && id !== undefined) return this.#send({ id, result: null });
    if (id !== undefined) this.#waiting.get(id)?.(result);
  }
}
