"""What people say in English."""

from dialog.demo.voices.sayings import read_sayings

SAYINGS = read_sayings(
    "en",
    """
[norrby Q3 T9.lighting T11.avoidance quote]
The path behind the school has no working lights. I finish at ten and I phone my husband every night until I am home.

[norrby Q3 T3.rowdy_groups]
Same boys outside the kiosk every evening. They never did anything to me but I don't like to pass with my daughter.

[norrby Q3 T9.lighting=strength T9.tunnel_escape=strength quote]
The tunnel is so much better with the new lamps. Please do the path as well.

[norrby Q3 T4.harassment]
People shout things about my headscarf from the benches. Nobody around says anything, that is the worst part.

[norrby Q3 T6.storage]
Someone breaks into the cellar storage again and again. The landlord sends a letter, that's all.

[norrby Q3 T11.low_trust]
In my country you don't call the police. I know it is different here but it takes time.

[norrby Q3 T12.hosts=strength]
The night-walking parents are lovely. They gave my son hot chocolate and sent him home.

[norrby @skolstigen what T9.lighting T9.greenery_sight]
Bushes on both sides and every second lamp broken. I run the last bit.

[norrby @kiosken what T2.dealing]
Scooters stop, hand over something, leave. Kids are watching this like it's normal.

[norrby @tunneln what T9.lighting=strength]
Bright and clean now. Thank you.

[centrum Q3 T6.bike_vehicle quote]
My bike was stolen from the station in the middle of the day. The rack is behind a hedge, so nobody sees anything.

[centrum Q3 T2.intoxication T4.harassment]
Saturday nights after the bars close I take a taxi for 900 metres. Drunk men follow you.

[centrum Q3 T2.intoxication T4.noise quote]
I live above a bar. From Thursday to Sunday there is shouting until four in the morning.

[centrum Q3 T1.parking_cycle_conflicts]
Cars on the cycle lane outside the gym, every single day.

[centrum Q3 T12.transit]
No bus after 21.40. I work at the care home until 22. So I walk.

[centrum Q3 T6.fraud_elderly mask]
An old lady in my building, {name:Margit}, lost her savings to a phone call. The number was {phone:070-174 06 84}.

[centrum Q3 T12.police=strength]
Two officers on foot on Saturday evening changed the whole mood on the square.

[centrum @resecentrum what T9.desolate T12.transit]
The waiting room locks at seven. After that you stand alone on the platform with whoever is there.

[centrum @stortorget what T2.intoxication quote]
Fights in the taxi queue. I stopped working weekends because of it.

[centrum @apromenaden what T9.lighting=strength]
The low lights along the river are beautiful. I walk there with the pram even in winter.

[centrum @stadsbiblioteket what T12.hosts=strength]
Warm, bright and somebody always says hello.

[ekhagen Q3 T1.unsafe_crossing]
Parents drive right up to the school gate. I have seen two near misses since August.

[ekhagen Q3 T12.hosts=strength]
Quiet and friendly here. We know our neighbours and the kids play outside.

[ekhagen Q3 T6.home T11.worry]
There were burglaries on our street in the summer and now I check the door three times.

[sjovik Q3 T3.no_meeting_places]
Teenagers sit at the petrol station because everything else closes at eight. I don't blame them.

[sjovik Q3 T10.litter T4.gathering]
Broken bottles on the beach every Sunday in June. Bring shoes.

[sjovik @badplatsen what T4.gathering T4.noise]
Loud parties until morning, people driving home drunk after.

[lillaker Q3 T1.speeding]
Trucks use our road as a shortcut. The house shakes.

[lillaker @skolbommen what T1.unsafe_crossing=strength]
Since the barrier came my children walk to school by themselves.

[hammaren Q3 T1.racing again]
Street racing on Thursdays. I have started to plan my night shifts around it, which is ridiculous.

[hammaren @hammarstoppet what T9.lighting]
No lamp, no shelter. The driver did not see me and drove past.

[ostra-byarna Q3 T1.speeding]
We moved here for the quiet and then discovered the road. Nobody drives fifty.

[any Q3 T12.feedback]
I would answer more often if somebody told us what happened last time.

[any Q3 spam r1]
Cheap loans!! No questions asked, write to us now

[any Q3 spam r2]
First!! Earn 5000 a week from home

[any Q9 T9.lighting=proposal]
Fix broken lamps within a week and say so on the lamp post.

[any Q9 T12.hosts=proposal]
Pay the football club to keep the hall open on Friday nights. They know every kid by name.

[any Q9 T12.transit=proposal]
One late bus. Just one.
""",
)

SHORT = read_sayings(  # several people may say the same
    "en",
    """
[any Q3 T1.speeding]
Speeding cars.

[any Q3 T9.lighting]
Too dark in winter.

[any Q3 T6.bike_vehicle]
bicycle theft

[any Q3 T3.rowdy_groups]
Groups of teenagers at night

[any Q3 T2.intoxication]
Drunk people on weekends.

[any Q3 T10.litter]
Trash everywhere around the bins

[any Q9 T12.police=proposal]
more police walking around

[any Q9 T9.lighting=proposal]
Better street lights.
""",
)
