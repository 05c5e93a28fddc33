/** What to print of an error that ended a command: a sentence where the operator can mend it, the stack where it is a bug. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return '未知的錯誤。 An unknown error.';
  if (error.name === 'StartFailure') return `無法啟動 · can't start: ${error.message}`;
  if ('code' in error && typeof error.code === 'string' && 'syscall' in error) {
    return `讀寫失敗 · can't read or write: ${error.message}`;
  }
  return error.stack ?? error.message;
}
