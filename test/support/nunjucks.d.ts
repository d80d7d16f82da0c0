/** The part of Nunjucks 3.2 that tests use: its parser. The package has no types of its own. */
declare module 'nunjucks' {
  export interface TreeNode {
    findAll(type: unknown): { readonly value: unknown }[];
  }
  const nunjucks: { readonly nodes: Readonly<Record<string, unknown>>; readonly parser: { parse(text: string): TreeNode } };
  export default nunjucks;
}
