import { describe, expect, it } from '@jest/globals';
import { cliSentences, cliText, isCliTextKey } from '../../../src/messages/index.js';

const entries = [...cliSentences];
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('every sentence of the command line', () => {
  it.each(entries)('%s', (_key, { zhTW, en }) => {
    expect([...new Set(placeholders(zhTW))]).toEqual([...new Set(placeholders(en))]);
    expect(en).not.toMatch(/[\u4e00-\u9fff]/);
    // Words of other places for what Taiwan calls 資料, 伺服器, 網路, 資訊, 資料夾, 預設, 使用者, 檔案, 執行, 程式.
    expect(zhTW).not.toMatch(/數據|服務器|網絡|信息|文件夾|默認|用戶|運行|程序員|軟件|證書|命令行/);
    expect(zhTW).not.toMatch(/[,;!?]\s?[\u4e00-\u9fff]/);
  });

  it('has its placeholders filled with the values unchanged, and is found by its key', () => {
    expect(cliText('file-not-found', 'en', { file: '<a>&{{b}}' })).toBe(
      'There is no file <a>&{{b}}. Check the path.',
    );
    expect(cliText('file-not-found', 'zh-TW', { file: 'a' })).toBe('找不到檔案 a。請確認路徑。');
    expect([isCliTextKey('bug'), isCliTextKey('constructor')]).toEqual([true, false]);
  });
});
