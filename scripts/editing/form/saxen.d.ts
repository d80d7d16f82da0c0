// What is used here of saxen 11.2, which has no types of its own.
declare module 'saxen' {
  export class Parser {
    on(event: 'error' | 'attention', listener: () => void): void;
    on(
      event: 'openTag',
      listener: (name: string, attributes: () => Record<string, string>, decode: (text: string) => string) => void,
    ): void;
    on(event: 'text', listener: (text: string, decode: (text: string) => string) => void): void;
    on(event: 'cdata' | 'closeTag', listener: (text: string) => void): void;
    parse(xml: string): void;
    stop(): void;
  }
}
