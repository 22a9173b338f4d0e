import type { Ctx } from '#kernel/context.ts'
import { compileHandbook } from './compile-handbook.ts'
import { ensureCatalogue } from './ensure-catalogue.ts'

/** The demo bureau offers the repair items and has pushed a first handbook. */
export async function fillDemo(ctx: Ctx): Promise<void> {
  await ensureCatalogue(ctx)
  await compileHandbook(ctx, {
    foreword:
      '本手册公开机关后勤服务的内容、质量等级、收费标准和办理时限。各单位可按目录提出需求，服务单位按承诺办理，欢迎监督。',
  })
}
