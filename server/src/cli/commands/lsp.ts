import type { Context } from '../context.js';
import { InputError } from '../problem.js';

/** The language server on this process's standard streams; it ends when the editor says so. */
export async function lsp(this: Context, { stdio }: { readonly stdio: boolean }): Promise<void> {
  if (!stdio) {
    throw new InputError({
      zh: '请写作 work-summary lsp --stdio。',
      en: 'Use work-summary lsp --stdio.',
    });
  }
  this.host.startLanguageServer();
}
