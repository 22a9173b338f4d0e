import { expect, it } from 'vitest'
import { serverModules } from '#app/modules.ts'
import { iconNames } from '#ui/icons.tsx'

it('every line of the menu has an icon there is, a permission there is, and both languages', () => {
  const permissions = new Set(serverModules.flatMap(({ module }) => Object.keys(module.permissions)))
  for (const { module } of serverModules) {
    for (const { icon, permission, title } of module.menu ?? []) {
      expect(iconNames, `${module.name} ${title.en}`).toContain(icon)
      expect([...permissions, 'signed-in'], `${module.name} ${title.en}`).toContain(permission)
      expect(title.zh && title.en).toBeTruthy()
    }
  }
})
