/** Service phrases that would fit any complaint unchanged. */
export const STOCK = [
  String.raw`(?:the|any|this|your|all) inconveniences?(?: (?:this|it|that) (?:may|might|has|have)[a-z ]{0,14}caused?| caused)?`,
  String.raw`valued (?:customers?|guests?|members?|clients?|passengers?|users?|patients?)`,
  String.raw`(?:your )?(?:feedback|comments|opinion|satisfaction|call|concerns?|experience|custom|loyalty|time) (?:is|are) (?:very |extremely |really |so )?(?:important|valuable|valued|appreciated|paramount|our (?:top |number one |no\.? ?1 )?priority)`,
  String.raw`(?:take|takes|taking) (?:[a-z]{2,14} ){1,5}(?:very |extremely |so |really |most )?seriously`,
  String.raw`(?:we|team|i) (?:always |constantly |continually )?(?:strive|endeavou?r|aim|pride ourselves|are committed|are dedicated)\b[^.!?\n]{0,60}`,
  String.raw`(?:rest|be|please be|kindly be) assured\b[^.!?\n]{0,40}`,
  String.raw`assuring you of`,
  String.raw`(?:do not|don't|not) hesitate`,
  String.raw`patience and understanding`,
  String.raw`(?:number one|top|utmost|highest|no\.? ?1) priority`,
  String.raw`(?:shared|forwarded|passed(?: on)?|relayed|escalated|conveyed) (?:[a-z']{2,14} ){0,4}(?:to|with) (?:the |our )?(?:relevant|concerned|appropriate|respective|right|management|internal)[a-z ]{0,20}(?:team|department|people)?`,
  String.raw`(?:at the heart of|nothing (?:is|matters) more|means? the world to us|we value your|helps? us (?:to )?(?:improve|serve)|thank you for bringing this to our attention|highest (?:standards?|quality|level)|feel free to (?:contact|reach))`,
  String.raw`we (?:sincerely |deeply |truly )?regret (?:the|any) (?:inconvenience|trouble)`,
] as const;
