import { Type } from 'typebox'
import { Day, Id, Moment, Nullable } from '#kernel/contract/action.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { type ExchangeEntity, type ExchangeField, field, Whole, Words, Yuan } from './exchange-fields.ts'

const plate = field('车牌号', 'Plate', 'fleet.vehicle.plate')
const onDay = field('日期', 'Day', 'fleet.trip.starts_at', Day)
const amount = field('金额（元）', 'Amount, yuan', 'fleet.trip_cost.amount_fen ÷ 100', Yuan)
const costFields = (more: Record<string, ExchangeField> = {}) => ({
  id: field('标识', 'Id', 'fleet.trip_cost.id', Id),
  tripNumber: field('派车单号', 'Trip number', 'fleet.trip.number'),
  plate,
  onDay,
  amountYuan: amount,
  ...more,
  hasReceipt: field('有无票据', 'Has a receipt', 'fleet.trip_cost.receipt_id', Type.Boolean()),
})

/**
 * The entities that DB32/T 3826-2020 names (rules.md §3, mark B). The text of the standard was not at hand: the names of the
 * fields are ours, mark C, until somebody lays the official table beside them.
 */
export const exchangeEntities = {
  unit: {
    title: text('单位基本信息', 'Units'),
    kind: 'today',
    fields: {
      code: field('单位编码', 'Code', 'directory.unit.code'),
      name: field('单位名称', 'Name', 'directory.unit.name'),
      level: field('级别', 'Level', 'directory.unit.level', Nullable(Words)),
      parentCode: field(
        '上级单位编码',
        'Code of the unit above',
        'directory.unit.parent_id',
        Nullable(Words),
      ),
    },
    missing: text('统一社会信用代码、车辆编制数', 'Social credit code, establishment of vehicles'),
  },
  vehicle: {
    title: text('单车基本信息', 'Vehicles'),
    kind: 'today',
    fields: {
      plate,
      class: field('车辆类别', 'Class', 'fleet.vehicle.class'),
      body: field('车型', 'Body', 'fleet.vehicle.body'),
      model: field('品牌型号', 'Model', 'fleet.vehicle.model'),
      energy: field('能源类型', 'Energy', 'fleet.vehicle.energy'),
      displacementMl: field(
        '排量（毫升）',
        'Displacement, ml',
        'fleet.vehicle.displacement_ml',
        Nullable(Whole),
      ),
      priceYuan: field('购置价（元）', 'Price, yuan', 'fleet.vehicle.price_fen ÷ 100', Yuan),
      purchasedOn: field('购置日期', 'Bought on', 'fleet.vehicle.purchased_on', Day),
      seats: field('座位数', 'Seats', 'fleet.vehicle.seats', Whole),
      vin: field('车辆识别代号', 'VIN', 'fleet.vehicle.vin', Nullable(Words)),
      state: field('状态', 'State', 'fleet.vehicle.state'),
    },
    missing: text('发动机号、车身颜色、标识化喷涂', 'Engine number, colour, livery'),
  },
  'over-standard': {
    title: text('超标准配备车辆', 'Vehicles over the standard'),
    kind: 'today',
    fields: {
      plate,
      class: field('车辆类别', 'Class', 'fleet.vehicle.class'),
      priceYuan: field('购置价（元）', 'Price, yuan', 'fleet.vehicle.price_fen ÷ 100', Yuan),
      capYuan: field('价格上限（元）', 'Cap, yuan', 'rules: FLEET.PRICE_CAP', Nullable(Yuan)),
      displacementMl: field(
        '排量（毫升）',
        'Displacement, ml',
        'fleet.vehicle.displacement_ml',
        Nullable(Whole),
      ),
      capMl: field('排量上限（毫升）', 'Cap, ml', 'rules: FLEET.DISPLACEMENT_CAP', Nullable(Whole)),
    },
    missing: null,
  },
  driver: {
    title: text('驾驶员', 'Drivers'),
    kind: 'today',
    fields: {
      staffNo: field('工号', 'Staff number', 'fleet.driver.staff_no'),
      name: field('姓名', 'Name', 'fleet.driver.name'),
      licenceClass: field('准驾车型', 'Licence class', 'fleet.driver.licence_class'),
      licenceUntil: field('驾驶证有效期至', 'Licence until', 'fleet.driver.licence_until', Day),
      state: field('状态', 'State', 'fleet.driver.state'),
    },
    missing: text('身份证号（不采集）', 'Citizen number (not collected)'),
  },
  dispatch: {
    title: text('派车', 'Trips'),
    kind: 'period',
    fields: {
      number: field('派车单号', 'Trip number', 'fleet.trip.number'),
      plate,
      driverStaffNo: field('驾驶员工号', 'Driver’s staff number', 'fleet.driver.staff_no'),
      unitNames: field('用车单位', 'Units', 'fleet.request.unit_id', Type.Array(Words)),
      reasons: field('事由', 'Reasons', 'fleet.request.reason', Type.Array(Words)),
      destinations: field('目的地', 'Destinations', 'fleet.request.destination', Type.Array(Words)),
      leftAt: field('出车时间', 'Left', 'fleet.trip.left_at', Nullable(Moment)),
      returnedAt: field('收车时间', 'Back', 'fleet.trip.returned_at', Nullable(Moment)),
      outKm: field('出车里程', 'Odometer on leaving', 'fleet.trip.odometer_out_km', Nullable(Whole)),
      inKm: field('收车里程', 'Odometer on coming back', 'fleet.trip.odometer_in_km', Nullable(Whole)),
      state: field('状态', 'State', 'fleet.trip.state'),
    },
    missing: text('机要通信用车的事由不外传', 'Reasons of confidential communication are not handed on'),
  },
  rental: {
    title: text('社会车辆租赁派车', 'Rented vehicles'),
    kind: 'period',
    fields: {
      number: field('租车单号', 'Rental number', 'fleet.rental.number'),
      supplier: field('租赁单位', 'Supplier', 'fleet.rental_supplier.name'),
      contractNumber: field('合同编号', 'Contract', 'fleet.rental.contract_number'),
      plate: field('车牌号', 'Plate', 'fleet.rental.plate'),
      body: field('车型', 'Body', 'fleet.rental.body'),
      seats: field('座位数', 'Seats', 'fleet.rental.seats', Whole),
      unitName: field('用车单位', 'Unit', 'fleet.request.unit_id'),
      reason: field('事由', 'Reason', 'fleet.request.reason', Nullable(Words)),
      destination: field('目的地', 'Destination', 'fleet.request.destination', Nullable(Words)),
      leftAt: field('出车时间', 'Left', 'fleet.rental.left_at', Nullable(Moment)),
      returnedAt: field('收车时间', 'Back', 'fleet.rental.returned_at', Nullable(Moment)),
      distanceKm: field('里程', 'Kilometres', 'fleet.rental.distance_km', Nullable(Whole)),
      amountYuan: field('金额（元）', 'Amount, yuan', 'fleet.rental.cost_fen ÷ 100', Nullable(Yuan)),
      state: field('状态', 'State', 'fleet.rental.state'),
    },
    missing: text(
      '租赁单位统一社会信用代码；租赁驾驶员的姓名和电话不外传，机要通信用车的事由不外传',
      'Social credit code of the supplier; neither name nor telephone of the rental driver is handed on, nor reasons of confidential communication',
    ),
  },
  maintenance: {
    title: text('维保', 'Upkeep'),
    kind: 'period',
    fields: {
      plate,
      onDay: field('日期', 'Day', 'fleet.maintenance_record.on_day', Day),
      kind: field('类别', 'Kind', 'fleet.maintenance_record.kind'),
      what: field('内容', 'What', 'fleet.maintenance_record.what'),
      shop: field('承修单位', 'Shop', 'fleet.maintenance_record.shop'),
      km: field('里程', 'Odometer', 'fleet.maintenance_record.km', Nullable(Whole)),
      amountYuan: field('金额（元）', 'Amount, yuan', 'fleet.maintenance_record.cost_fen ÷ 100', Yuan),
    },
    missing: text('工时和配件明细', 'Hours and parts in detail'),
  },
  inspection: {
    title: text('年检', 'Inspections'),
    kind: 'period',
    fields: {
      plate,
      onDay: field('日期', 'Day', 'fleet.maintenance_record.on_day', Day),
      passed: field('是否合格', 'Passed', 'fleet.maintenance_record.passed', Type.Boolean()),
      amountYuan: field('金额（元）', 'Amount, yuan', 'fleet.maintenance_record.cost_fen ÷ 100', Yuan),
    },
    missing: null,
  },
  energy: {
    title: text('能耗', 'Energy'),
    kind: 'period',
    fields: costFields({
      kind: field('加油或充电', 'Fuel or charging', 'fleet.trip_cost.kind'),
      litres: field('加油量（升）', 'Litres', 'fleet.trip_cost.litres', Nullable(Type.Number())),
      energyKwh: field('充电量（千瓦时）', 'kWh', 'fleet.trip_cost.energy_kwh', Nullable(Type.Number())),
    }),
    missing: text('油品标号、加油站', 'Grade of fuel, filling station'),
  },
  insurance: {
    title: text('保险费', 'Insurance'),
    kind: 'period',
    fields: {
      plate,
      kind: field('险种', 'Kind', 'fleet.vehicle_paper.kind'),
      policyNumber: field('保单号', 'Policy number', 'fleet.vehicle_paper.number'),
      insurer: field('保险公司', 'Insurer', 'fleet.vehicle_paper.holder'),
      from: field('起保日期', 'From', 'fleet.vehicle_paper.valid_from', Nullable(Day)),
      until: field('终保日期', 'Until', 'fleet.vehicle_paper.valid_until', Nullable(Day)),
      amountYuan: field('金额（元）', 'Amount, yuan', 'fleet.vehicle_paper.cost_fen ÷ 100', Yuan),
    },
    missing: null,
  },
  toll: {
    title: text('过路过桥费', 'Tolls'),
    kind: 'period',
    fields: costFields(),
    missing: text('收费站出入口', 'Toll stations'),
  },
  parking: {
    title: text('停车费', 'Parking'),
    kind: 'period',
    fields: costFields(),
    missing: text('停车场', 'Car park'),
  },
  'other-cost': {
    title: text('其他费用', 'Other costs'),
    kind: 'period',
    fields: costFields({ kind: field('类别', 'Kind', 'fleet.trip_cost.kind') }),
    missing: null,
  },
  supervision: {
    title: text('监督检查', 'Supervision'),
    kind: 'period',
    fields: {
      tripNumber: field('派车单号', 'Trip number', 'fleet.trip.number'),
      plate,
      onDay,
      light: field('核对结果', 'Light', 'fleet.trip.light'),
      codes: field('异常代码', 'Codes', 'fleet.trip.light_reasons', Type.Array(Words)),
      verifiedAt: field('核查时间', 'Looked at', 'fleet.trip.verified_at', Nullable(Moment)),
    },
    missing: null,
  },
  complaint: {
    title: text('12345投诉', 'Complaints, those by 12345 among them'),
    kind: 'period',
    fields: {
      number: field('投诉编号', 'Number', 'orders.complaint.number'),
      channel: field('渠道', 'Channel', 'orders.complaint.channel'),
      registeredAt: field('受理时间', 'Registered', 'orders.complaint.registered_at', Moment),
      about: field('投诉事项', 'About', 'orders.complaint.about'),
      words: field('投诉内容', 'What was said', 'orders.complaint.words', Nullable(Words)),
      tripNumber: field('派车单号', 'Trip number', 'fleet.trip.number', Nullable(Words)),
      plate: field('车牌号', 'Plate', 'fleet.vehicle.plate', Nullable(Words)),
      driverStaffNo: field('驾驶员工号', 'Driver’s staff number', 'fleet.driver.staff_no', Nullable(Words)),
      dueAt: field('答复期限', 'Answer due', 'orders.complaint.due_at', Moment),
      state: field('状态', 'State', 'orders.complaint.state'),
      justified: field('是否属实', 'Justified', 'orders.complaint.justified', Nullable(Type.Boolean())),
      answer: field('答复', 'Answer', 'orders.complaint.answer', Nullable(Words)),
      answeredAt: field('答复时间', 'Answered', 'orders.complaint.answered_at', Nullable(Moment)),
    },
    missing: text(
      '12345 平台的工单号；投诉人姓名和电话不外传，机要通信用车的投诉内容不外传',
      'Number of the 12345 platform; neither the name nor the telephone of who complained is handed on, nor what was said of confidential communication',
    ),
  },
  violation: {
    title: text('违章', 'Violations'),
    kind: 'period',
    fields: {
      noticeNo: field('通知书号', 'Notice', 'fleet.violation.notice_no'),
      plate,
      at: field('时间', 'Time', 'fleet.violation.at', Moment),
      place: field('地点', 'Place', 'fleet.violation.place'),
      what: field('违法行为', 'What', 'fleet.violation.what'),
      fineYuan: field('罚款（元）', 'Fine, yuan', 'fleet.violation.fine_fen ÷ 100', Yuan),
      points: field('记分', 'Points', 'fleet.violation.points', Whole),
      settledOn: field('处理日期', 'Settled on', 'fleet.violation.settled_on', Nullable(Day)),
    },
    missing: null,
  },
  disposal: {
    title: text('处置', 'Disposals'),
    kind: 'period',
    fields: {
      plate,
      retiredOn: field('处置日期', 'Day', 'fleet.vehicle.retired_on', Day),
      reason: field('处置原因', 'Reason', 'fleet.vehicle.retired_reason'),
      purchasedOn: field('购置日期', 'Bought on', 'fleet.vehicle.purchased_on', Day),
      priceYuan: field('购置价（元）', 'Price, yuan', 'fleet.vehicle.price_fen ÷ 100', Yuan),
    },
    missing: text('处置方式、残值', 'Way of disposal, proceeds'),
  },
} as const satisfies Record<string, ExchangeEntity>
export type EntityCode = keyof typeof exchangeEntities
export const entityCodes = Object.keys(exchangeEntities) as EntityCode[]

/** What else the standard names, and where it is instead. */
export const notHeld: readonly { title: Text; why: Text }[] = [
  {
    title: text('登录', 'Sign-in'),
    why: text('用访问令牌（范围 fleet.read）代替', 'a token with the scope fleet.read instead'),
  },
  {
    title: text('卫星定位轨迹', 'Tracks'),
    why: text('只供留痕查看，不外传', 'looked at on record only, never handed on'),
  },
]

/** One record of an entity, as it leaves the house. */
export function schemaOf(code: EntityCode) {
  const { fields }: ExchangeEntity = exchangeEntities[code]
  return Type.Object(Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])), {
    additionalProperties: false,
  })
}
