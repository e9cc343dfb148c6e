import type { App } from '../../web/app-type.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { placesRoutes } from './places/routes.ts'
import { scheduleRoutes } from './schedule/routes.ts'
import { staffRoutes } from './staff/routes.ts'

export function organizationRoutes(app: App): void {
  placesRoutes(app)
  staffRoutes(app)
  scheduleRoutes(app)
  calendarRoutes(app)
}
