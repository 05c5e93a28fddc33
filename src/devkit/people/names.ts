import type { SeededRandom } from '../random.js';

const surnames = [
  ...Array.from(
    '陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈余盧梁趙顏柯翁魏孫戴',
  ),
  // Two characters, and some that few systems can write.
  '歐陽',
  '司馬',
  '張簡',
  '范姜',
  '粘',
  '禤',
  '昝',
  '𪚥',
];
const given = [
  ...Array.from('怡君雅婷志明俊傑淑芬美玲家豪承恩品妤宥廷冠宇詠晴柏翰思妤彥廷芷瑄宗翰佩珊建宏惠雯'),
  // Rare Han characters: beyond Big5 and, most of them, beyond the basic plane (four octets in UTF-8).
  ...Array.from('堃喆犇淼鑫彣婕𡍼𤧟𨭎𠅤𧃽𦻒𩷶㛢䶮'),
];
const indigenous = ['伊央‧瓦旦', '谷辣斯‧尤達卡', '瓦歷斯‧貝林', 'Pakelang Kacaw'];
const foreign = ['阮氏秋', 'Maria Santos', '山田太郎', 'Nguyễn Văn An'];

/** A citizen's name. */
export function citizenName(random: SeededRandom): string {
  if (random.below(50) === 0) return random.pick(indigenous);
  return random.pick(surnames) + random.pick(given) + random.pick(given);
}

/** A foreign resident's name. */
export const residentName = (random: SeededRandom): string => random.pick(foreign);
