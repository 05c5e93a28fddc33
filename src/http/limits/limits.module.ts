import { Module } from '@nestjs/common';
import { CountsOfOthers } from './counts-of-others.js';

/** What the processes tell one another of their limits. */
@Module({ providers: [CountsOfOthers] })
export class LimitsHttpModule {}
