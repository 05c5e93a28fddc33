import { Global, Module } from '@nestjs/common';
import { REASON_SENTENCE, type ReasonSentence } from '../checking/index.js';
import { reasonSentenceOf } from './catalogue/reasons.js';

/** What capabilities need of the catalogues: the sentences of the struck-out list, which the law wants in Chinese. */
@Global()
@Module({
  providers: [
    {
      provide: REASON_SENTENCE,
      useValue: ((code) => reasonSentenceOf(code, 'zh-TW')) satisfies ReasonSentence,
    },
  ],
  exports: [REASON_SENTENCE],
})
export class MessagesModule {}
