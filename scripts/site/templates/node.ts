interface At {
  /** From 0. */
  readonly lineno: number;
  readonly colno: number;
}

interface Several extends At {
  readonly children: readonly TemplateNode[];
}

interface Condition extends At {
  readonly cond: TemplateNode;
  readonly body: TemplateNode;
  readonly else_: TemplateNode | null;
}

interface Pair extends At {
  readonly typename: 'Pair';
  readonly key: SymbolNode;
  readonly value: TemplateNode;
}

export interface SymbolNode extends At {
  readonly typename: 'Symbol';
  readonly value: string;
}

interface Named extends At {
  /** What gives the name of another template. */
  readonly template: TemplateNode;
  readonly ignoreMissing?: boolean;
}

export type NodeOf<Name extends TemplateNode['typename']> = Extract<TemplateNode, { readonly typename: Name }>;

/** What Nunjucks' parser makes of a template, as far as our templates use it. */
export type TemplateNode =
  | (Several & { readonly typename: 'Root' | 'NodeList' | 'Output' })
  | (At & { readonly typename: 'TemplateData'; readonly value: string })
  | (At & { readonly typename: 'Literal'; readonly value: string | number | boolean | null })
  | SymbolNode
  | (At & { readonly typename: 'LookupVal'; readonly target: TemplateNode; readonly val: TemplateNode })
  | (At & { readonly typename: 'FunCall'; readonly name: TemplateNode; readonly args: Several })
  | (At & { readonly typename: 'Filter'; readonly name: SymbolNode; readonly args: Several })
  | (At & { readonly typename: 'KeywordArgs'; readonly children: readonly Pair[] })
  | Pair
  | (At & {
      readonly typename: 'Caller' | 'Macro';
      readonly name: SymbolNode;
      readonly args: Several;
      readonly body: TemplateNode;
    })
  | (Condition & { readonly typename: 'If' | 'InlineIf' })
  | (At & {
      readonly typename: 'For';
      readonly arr: TemplateNode;
      readonly name: TemplateNode;
      readonly body: TemplateNode;
      readonly else_: TemplateNode | null;
    })
  | (At & { readonly typename: 'Set'; readonly targets: readonly SymbolNode[]; readonly value: TemplateNode | null })
  | (At & { readonly typename: 'Block'; readonly name: SymbolNode; readonly body: TemplateNode })
  | (Named & { readonly typename: 'Extends' | 'Include' })
  | (Named & {
      readonly typename: 'Import';
      readonly target: SymbolNode | { readonly value: string };
      readonly withContext: boolean | undefined;
    })
  | (Named & {
      readonly typename: 'FromImport';
      readonly names: { readonly children: readonly (SymbolNode | Pair)[] };
      readonly withContext: boolean | undefined;
    })
  | (At & { readonly typename: 'Not'; readonly target: TemplateNode })
  | (At & { readonly typename: 'Or' | 'And'; readonly left: TemplateNode; readonly right: TemplateNode })
  | (At & {
      readonly typename: 'Compare';
      readonly expr: TemplateNode;
      readonly ops: readonly { readonly type: string; readonly expr: TemplateNode }[];
    });
