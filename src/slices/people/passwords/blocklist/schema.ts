/** Words of which guessed passwords are made, in letters and digits only; a password of nothing but these is refused. */
export const COMMON_WORDS = words(`
  abc abcd abcde abcdef access account admin administrator advance agosto alexander america amor and andrew angel animal apple april august autumn
  baby banana barcelona baseball basketball batman beautiful beauty blink blue bonita boston boys bubbles buddy buenos
  california camila canada carlos casa charlie chelsea cheese chicago chocolate christmas class classroom coffee colegio computer contrasena
  cookie cool cowboy dallas daniel david december default demo desk dias diciembre direccion director district distrito docente dog dolphin domingo dragon
  education elementary elephant enero england escuela estrella eternal family familia february febrero flower football forever freedom friday friends futbol
  george girls goal god good google grade green guest happy harley heart hello help high home house hunter
  iloveyou iloveu internet invierno january jennifer jessica jesus jordan joshua juan julio july june junio justin
  keyboard king kitty ladybug leader leadership learn learning let letmein libertad liverpool login london lorena love lovely loveyou lunes
  maestra maestro maria march marzo martes master math matrix mayo me mexico michael michelle microsoft miercoles minecraft monday money monkey month mother music my mustang
  naruto new newyork nicole ninja noviembre november number october octubre office orange otono
  p4ssw0rd pass passcode passphrase passw0rd passwd password pepper phone please pokemon prince princesa principal princess profesor profesora public
  qazwsx qwer qwert qwerty qwertyuiop qwertz azerty asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm rainbow red reset robert root
  samsung santiago saturday school secret secreto secure security sept september septiembre server shadow shalom soccer spring star starwars start strong student summer sunday sunshine super superman system
  tablet teach teacher team temp temporary tequiero teamo test the thomas thunder thursday tigers today trustno tuesday twitter unit united user username
  to at de del el en esta fun in is la las los mi of our su tu un una y
  vacation verano viernes water wednesday welcome bienvenido bienvenidos whatever winter world year yellow you
`)

/** Long phrases that everyone knows; letters only, since that is how they are compared. */
export const COMMON_PHRASES = new Set(
  words(`
  correcthorsebatterystaple thequickbrownfox thequickbrownfoxjumpsoverthelazydog tobeornottobe tobeornottobethatisthequestion
  itwasthebestoftimes itwastheworstoftimes onceuponatime onceuponatimeinafarawayland happilyeverafter maytheforcebewithyou
  imyourfather lukeiamyourfather wearethechampions letitbeletitbe iwillalwaysloveyou herecomesthesun staywithmeforever
  callmeishmael wethepeople wethepeopleoftheunitedstates fourscoreandsevenyearsago ihaveadreamthatoneday givemelibertyorgivemedeath
  intheginningwastheword inthebeginningwastheword inthebeginninggodcreated thelordismyshepherd ourfatherwhoartinheaven jesuslovesme
  godblessamerica godisgoodallthetime readingwritingarithmetic practicemakesperfect actionsspeaklouderthanwords knowledgeispower
  bettersafethansorry anappleadaykeepsthedoctoraway theearlybirdcatchestheworm twinkletwinklelittlestar maryhadalittlelamb rowrowrowyourboat
  happybirthdaytoyou iforgotmypassword thisismypassword thisisapassword mypasswordispassword nobodyknowsmypassword passwordforwork
  changemeplease pleasechangeme changethispassword donttellanyone keepcalmandcarryon supercalifragilisticexpialidocious antidisestablishmentarianism
  winteriscoming livelongandprosper houstonwehaveaproblem toinfinityandbeyond hakunamatata openthepodbaydoors elementarymydearwatson
  nochildleftbehind everystudentsucceeds everychildeveryday everystudenteveryday allstudentscanlearn childrenfirst studentsfirst
  enunlugardelamancha enunlugardelamanchadecuyonombre habiaunavez colorincolorado colorincoloradoestecuentosehaacabado feliznavidad felizcumpleanos
  teamoconlocura tequieromucho tequieromuchomiamor siempreteamare vivamexico estaesmicontrasena micontrasenaes nomeacuerdo nomeacuerdodemicontrasena
  camaronqueseduerme elquemadrugadiosloayuda masvaletardequenunca padrenuestroqueestas hastalavistababy
`),
)

/** Runs on a keyboard, in an alphabet and in counting; read forwards and backwards. */
export const RUNS = [
  'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz',
  '0123456789012345678901234567890123456789',
  '1234567890qwertyuiopasdfghjklzxcvbnm',
  'qwertyuiopasdfghjklzxcvbnmqwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  'q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8l9',
]

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
