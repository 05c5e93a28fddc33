import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { StaffOnly } from '../session-admission.js';
import { AlertList } from './alert.dto.js';
import { Alerts } from './alerts.js';

/** What keeps the platform from working as it should, for the desk. */
@ApiTags('staff')
@Controller('staff/alerts')
@StaffOnly()
export class AlertsController {
  constructor(private readonly alerts: Alerts) {}

  @Get()
  @ApiOperation({
    summary: 'What is wrong now: revocation data, settings, switches, workers, checkpoints',
    description: 'Nothing here depends on how many have co-signed.',
  })
  @ApiOkResponse({ type: AlertList })
  async current(): Promise<AlertList> {
    return { alerts: await this.alerts.current() };
  }
}
