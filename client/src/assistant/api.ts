/**
 * Tools for an assistant, stable since VS Code 1.95: the part that is used here, because the types
 * that the extension is built with are those of the oldest VS Code it runs in, which has none.
 */
import * as vscode from 'vscode';

export interface Prepared {
  readonly invocationMessage?: string;
  /** The user is asked before the tool runs when there are any. */
  readonly confirmationMessages?: {
    readonly title: string;
    readonly message: vscode.MarkdownString;
  };
}

export interface Tool<Input> {
  prepareInvocation(options: { readonly input: Input }): Promise<Prepared>;
  /** What it throws is told to the assistant. */
  invoke(options: { readonly input: Input }): Promise<ToolResult>;
}

export interface ToolResult {
  readonly content: readonly unknown[];
}

interface Api {
  register<Input>(name: string, tool: Tool<Input>): vscode.Disposable;
  /** A result that is a text. */
  result(text: string): ToolResult;
}

/** What this VS Code has; null in one that is older, or without a place for assistants. */
export function toolApi(): Api | null {
  const { lm, LanguageModelToolResult, LanguageModelTextPart } = vscode as unknown as {
    lm?: { registerTool?: Api['register'] };
    LanguageModelToolResult?: new (content: readonly unknown[]) => ToolResult;
    LanguageModelTextPart?: new (value: string) => unknown;
  };
  const register = lm?.registerTool;
  return register && LanguageModelToolResult && LanguageModelTextPart
    ? {
        register: (name, tool) => register(name, tool),
        result: (text) => new LanguageModelToolResult([new LanguageModelTextPart(text)]),
      }
    : null;
}
