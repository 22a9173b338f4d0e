import { type Text, text } from '#kernel/contract/text.ts'

/** Bookings of vehicles and drivers belong to this line. */
export const line = 'fleet'

/** The five legal classes of 党政机关公务用车管理办法. */
export const vehicleClasses = {
  CONFIDENTIAL_COMM: text('机要通信用车', 'Confidential communication'),
  EMERGENCY_SUPPORT: text('应急保障用车', 'Emergency support'),
  LAW_ENFORCEMENT: text('执法执勤用车', 'Law enforcement'),
  SPECIAL_TECHNICAL: text('特种专业技术用车', 'Special technical'),
  OTHER_PROVISIONED: text('其他按规定配备的公务用车', 'Other provisioned'),
} as const satisfies Record<string, Text>
export type VehicleClass = keyof typeof vehicleClasses

/** What stands in the place of a class where the vehicle is rented. */
export const rentedVehicle = text('租赁车辆', 'Rented vehicle')

/** Kinds of body, as the caps on price and displacement tell them apart. */
export const bodies = {
  CAR: text('轿车', 'Car'),
  OTHER_SMALL: text('其他小型客车', 'Other small passenger vehicle'),
  MEDIUM_BUS: text('中型客车', 'Medium bus'),
  LARGE_BUS: text('大型客车', 'Large bus'),
  TRUCK: text('货车', 'Truck'),
} as const satisfies Record<string, Text>
export type Body = keyof typeof bodies

/** Those a vehicle is rented with: people ride in it. */
export const { TRUCK: _, ...rentedBodies } = bodies

export const energies = {
  PETROL: text('汽油', 'Petrol'),
  DIESEL: text('柴油', 'Diesel'),
  HYBRID: text('油电混合', 'Hybrid'),
  PLUG_IN: text('插电混合', 'Plug-in hybrid'),
  ELECTRIC: text('纯电动', 'Electric'),
  GAS: text('燃气', 'Gas'),
} as const satisfies Record<string, Text>
export type Energy = keyof typeof energies

/** The two pools that serve leaders and units. */
export const pools = {
  CENTRE: text('保障中心', 'Service pool'),
  EMERGENCY: text('应急保障中心', 'Emergency pool'),
} as const satisfies Record<string, Text>
export type Pool = keyof typeof pools

export const purposes = {
  MEETING: text('会议', 'Meeting'),
  INSPECTION: text('检查', 'Inspection'),
  RESEARCH: text('调研', 'Field study'),
  DOCUMENTS: text('文件交换', 'Exchange of documents'),
  GUESTS: text('接送专家', 'Experts and guests'),
  EMERGENCY: text('应急保障', 'Emergency'),
  OTHER: text('其他公务', 'Other business'),
} as const satisfies Record<string, Text>
export type Purpose = keyof typeof purposes

/** How far: what the approval route asks for. */
export const reaches = {
  DISTRICT: text('区内', 'Within the district'),
  CITY: text('市内', 'Within the city'),
  BEYOND: text('跨市', 'Beyond the city'),
} as const satisfies Record<string, Text>
export type Reach = keyof typeof reaches

export const ways = {
  RETURN: text('往返', 'There and back'),
  ONE_WAY: text('单程', 'One way'),
} as const satisfies Record<string, Text>
export type Way = keyof typeof ways

export const luggages = {
  NONE: text('无', 'None'),
  LIGHT: text('少量', 'Light'),
  BULKY: text('大件', 'Bulky'),
} as const satisfies Record<string, Text>
export type Luggage = keyof typeof luggages

export const diversions = {
  SHUTTLE: text('通勤班车', 'Shuttle'),
  TAXI: text('出租车或网约车', 'Taxi'),
} as const satisfies Record<string, Text>

export const licenceClasses = ['A1', 'A2', 'A3', 'B1', 'B2', 'C1', 'C2'] as const
export type LicenceClass = (typeof licenceClasses)[number]

export const costKinds = {
  FUEL: text('燃油费', 'Fuel'),
  CHARGING: text('充电费', 'Charging'),
  TOLL: text('路桥费', 'Tolls'),
  PARKING: text('停车费', 'Parking'),
  WASH: text('洗车费', 'Washing'),
  OTHER: text('其他费用', 'Other'),
} as const satisfies Record<string, Text>
export type CostKind = keyof typeof costKinds

export const readingSources = {
  REGISTERED: text('登记里程', 'At registration'),
  TRIP_OUT: text('出车', 'Leaving'),
  TRIP_IN: text('收车', 'Coming back'),
  MAINTENANCE: text('保养维修', 'Maintenance'),
  FUEL: text('加油', 'Refuelling'),
  INSPECTION: text('年检', 'Inspection'),
  BY_HAND: text('人工登记', 'By hand'),
} as const satisfies Record<string, Text>
export type ReadingSource = keyof typeof readingSources

/** 绿、黄、红: what request, approval, trip and odometer say of each other. */
export const lights = {
  GREEN: text('相符', 'In order'),
  YELLOW: text('需核对', 'To be looked at'),
  RED: text('异常', 'Not in order'),
} as const satisfies Record<string, Text>
export type Light = keyof typeof lights
