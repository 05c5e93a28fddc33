import { Global, Module } from '@nestjs/common';
import { REASON_SENTENCE, type ReasonSentence } from '../checking/index.js';
import { reasonSentenceOf } from './catalogue/reasons.js';

/** The sentences of the struck-out list, for the check. The law requires them in Chinese. */
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
