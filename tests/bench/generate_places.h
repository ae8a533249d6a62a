/* Countries, and what names of places and people look like in them. */
#ifndef GENERATE_PLACES_H
#define GENERATE_PLACES_H

/* "Latin=local" each where the country writes in another script. Placeholders of the patterns:
 * {c} city, {s} street, {n} number, {p} postal code. */
struct manner {
    const char *stems, *qualifiers, *streets;
    const char *address, *local;
    const char *given, *family;
};

enum manners {
    ENGLISH,
    FRENCH,
    GERMAN,
    SPANISH,
    PORTUGUESE,
    ITALIAN,
    POLISH,
    NORDIC,
    BALTIC,
    TURKIC,
    ROMANIAN,
    HUNGARIAN,
    ILLYRIAN,
    RUSSIAN,
    BULGARIAN,
    GEORGIAN,
    ARMENIAN,
    GREEK,
    CHINESE,
    JAPANESE,
    KOREAN,
    ARABIC,
    HEBREW,
    HINDI,
    THAI,
    VIETNAMESE,
    MALAY,
    AFRICAN,
    AMHARIC,
    MANNERS
};

static const struct manner manners[MANNERS] = {
    [ENGLISH] = {"Ashford|Milbrook|Kingsway|Harrowgate|Redcliff|Fairhaven|Stonebridge|Eastmere",
                 "{c}|New {c}|{c} Bay|Port {c}|Upper {c}",
                 "Queen’s Road|Church Street|Mill Lane|Harbour View|Independence Avenue|Park "
                 "Terrace|St George’s Square|Old Post Road|Constitution Drive|Orchard Close",
                 "{n} {s}|{c} {p}", NULL,
                 "Alice|Martin|Judith|Owen|Frances|Desmond|Moira|Clive|Rosalind|Gareth",
                 "Penhollow|Ashdown|Merriwick|Tolgarth|Brackley|Fenwright|Oakhurst|Stanbury"},
    [FRENCH] =
        {"Montréval|Saint-Aubin|Châteauneuf|Rocheclaire|Vieuxpont|Bellerive|Fontenoy|Grandpré",
         "{c}|{c}-sur-Mer|{c}-le-Haut|Port-{c}",
         "rue de la République|avenue des Ambassadeurs|boulevard de l’Indépendance|rue du "
         "Faubourg Neuf|place de l’Église|quai des Bateliers|rue Sainte-Hélène|allée des Érables",
         "{n}, {s}|{p} {c}", NULL,
         "Hélène|Benoît|Aurélie|François|Zoé|Étienne|Mariétou|Noël|Solène|Cédric",
         "Beauchêne|Lafôret|Desgranges|Vauclair|Montbrève|Delépine|Rochâtel|Grandmère"},
    [GERMAN] =
        {"Grünfelden|Neukirch|Schönau|Hohenmühl|Altweiler|Königsbrück|Weißbach|Rosenthal",
         "{c}|Bad {c}|{c}-West|{c} am See",
         "Lindenstraße|Bahnhofstraße|Am Mühlbach|Große Gasse|Kirchplatz|Schillerweg|Königsallee|"
         "Universitätsring",
         "{s} {n}|{p} {c}", NULL,
         "Jürgen|Käthe|Günther|Brigitte|Annelie|Björn|Ursula|Veit|Dörte|Matthäus",
         "Mühlhäuser|Grünwaldt|Schönfelder|Krähenbühl|Weißgerber|Löwenstein|Vogelsang|Bäumler"},
    [SPANISH] =
        {"San Martín|Santa Lucía|Peñablanca|Río Verde|Concepción|Villanueva|Ñuñoral|Cañada",
         "{c}|{c} del Norte|Puerto {c}|{c} de los Ángeles|Nueva {c}",
         "Calle de la Constitución|Avenida Independencia|Paseo de los Próceres|Calle Núñez|"
         "Avenida 9 de Julio|Calle del Jardín|Plaza de Armas|Avenida Simón Peña",
         "{s} {n}|{p} {c}", NULL,
         "Begoña|Íñigo|Lucía|Joaquín|María José|Andrés|Inés|Óscar|Belén|Ramón",
         "Peñalosa|Ibáñez Roldán|Quiñones|Zúñiga Prado|Vallecillo|Muñiz|Ordoñana|Echeverría"},
    [PORTUGUESE] =
        {"São Bento|Vila Nova|Conceição|Água Clara|Pedra Branca|Santarém|Mação|Belém",
         "{c}|{c} do Sul|Porto {c}|{c} de Cima",
         "Rua da Alfândega|Avenida da Liberdade|Travessa das Flores|Rua São João|Largo do "
         "Chafariz|Avenida Atlântica|Rua Irmãos Leitão|Praça da Independência",
         "{s}, {n}|{p} {c}", NULL,
         "João|Conceição|Inês|Simão|Luísa|Tomé|Fátima|Estêvão|Graça|Zélia",
         "Magalhães Sá|Guimarães|Falcão|Brandão|Leitão|Ribeirinho|Araújo Pinto|Simões"},
    [ITALIAN] = {"Montalto|Castelvecchio|San Donà|Forlì|Roccabianca|Cefalù|Pietrafitta|Cantù",
                 "{c}|{c} Marina|{c} di Sopra|Porto {c}",
                 "Via della Libertà|Corso Umberto|Viale dei Platani|Piazza del Popolo|Via Santa "
                 "Lucia|Vicolo Stretto|Largo Città Nuova|Via dell’Università",
                 "{s}, {n}|{p} {c}", NULL,
                 "Niccolò|Giosuè|Beatrice|Mosè|Fiorella|Ruggero|Ilaria|Ottavio|Donata|Saverio",
                 "Bellacqua|Dell’Orto|Santacroce|Nardò|Fortebraccio|Cantalupo|Piovesà|Montefiore"},
    [POLISH] =
        {"Łęczyn|Źródłów|Nová Ves|Dąbrówka|Příkop|Železnica|Kościan|Říčany",
         "{c}|{c} Górny|Nowy {c}|Stary {c}",
         "ul. Długa|ul. Świętego Jana|Náměstí Míru|ul. Książęca|Dlouhá třída|ul. Żelazna|Hviezdna "
         "ulica|ul. Mostowa",
         "{s} {n}|{p} {c}", NULL,
         "Małgorzata|Zdzisław|Jiří|Květa|Łukasz|Žofia|Grażyna|Ľubomír|Bożena|Ondřej",
         "Wróblicki|Dvořáček|Łęcki|Žížala|Brzeziński-Ruta|Šťastný|Górniak|Hájek"},
    [NORDIC] = {"Ålesvik|Østerby|Näsholm|Fjärdhamn|Sørnes|Hällevi|Þingey|Mäntysaari",
                "{c}|Norra {c}|{c}strand|Gamla {c}",
                "Drottninggatan|Kongens "
                "gate|Østergade|Hämeenkatu|Skólavörðustígur|Nygårdsvägen|Fjordveien|"
                "Rantatie",
                "{s} {n}|{p} {c}", NULL,
                "Åsa|Bjørn|Päivi|Søren|Guðrún|Sigrún|Märta|Øystein|Jyrki|Þóra",
                "Håkansmark|Sørbye|Mäkiranta|Ødegård|Björklind|Lyngsø|Ásmundsson|Väisälä"},
    [BALTIC] =
        {"Šilupė|Žiemgala|Ķegums|Viljandoja|Ežerėlis|Mazirbē|Tõrveküla|Būdvietis",
         "{c}|{c} II|Naujoji {c}|Jaun{c}",
         "Gedimino g.|Brīvības iela|Tõnismägi|Žvėryno g.|Mākslas iela|Pärnu maantee|Šv. Jono g.|"
         "Ūdens iela",
         "{s} {n}|{p} {c}", NULL, "Rūta|Jānis|Tõnu|Žydrūnas|Ilzė|Mārtiņš|Ülle|Ķirsis|Eglė|Aušra",
         "Žvirblys|Bērziņš-Kalns|Põldmäe|Šakūnas|Ozoliņa|Mägisoo|Kėkštas|Līdaka"},
    [TURKIC] =
        {"Yeşilköy|Gölbaşı|Çamlıca|Şəhriyar|Aşgabat Täze|Qırmızı Qala|Oʻrikzor|Akçay",
         "{c}|Yeni {c}|Aşağı {c}|{c} Limanı",
         "Atatürk Bulvarı|Çınar Sokağı|Gül küçəsi|Mustaqillik koʻchasi|Şehitler Caddesi|Görogly "
         "köçesi|İstiqlal küçəsi|Boğaz Yolu",
         "{s} No: {n}|{p} {c}", NULL,
         "Ayşe|Gökhan|Çiğdem|Şükrü|Nərgiz|Oʻktam|Güneş|İlham|Dilfuza|Yıldız",
         "Karaağaçlı|Gümüşoğlu|Əliyarzadə|Toʻxtaqulov|Şengönül|Çakıroğlu|Durdymyradow|Yavaşça"},
    [ROMANIAN] =
        {"Târgușor|Fântânele|Brădești|Șoimuș|Sânpetru|Țiganca|Vălenii|Bârlești",
         "{c}|{c} de Sus|{c}-Nou",
         "Strada Mihai Vodă|Bulevardul Ștefan cel Bun|Strada Plopilor|Calea Moșilor|Strada "
         "Școlii|Aleea Trandafirilor|Strada Mânăstirii|Șoseaua Nordului",
         "{s} nr. {n}|{p} {c}", NULL,
         "Ștefania|Mircea|Ruxandra|Ionuț|Brândușa|Cătălin|Lăcrămioara|Răzvan",
         "Bădărău|Țăranu|Pârvulețu|Munteanu-Șerb|Săndulache|Crăciuneț|Brătăscu|Ghițulescu"},
    [HUNGARIAN] =
        {"Szőlőhegy|Kőszegújvár|Fehértó|Gyöngyösd|Nyírháza|Tűzkő|Erdőfalva|Bükkszállás",
         "{c}|Új{c}|Alsó-{c}",
         "Fő utca|Andrássy út|Kossuth tér|Rózsa utca|Híd utca|Gesztenye fasor|Várkert rakpart|"
         "Tűzoltó köz",
         "{p} {c}|{s} {n}", NULL, "Zsófia|Győző|Ágnes|Lőrinc|Csilla|Örs|Ildikó|Bálint",
         "Szélkúti|Őrházy|Fűzfás|Bükkösdi|Kőműves|Hegyaljai|Gyöngyvér|Tölgyesy"},
    [ILLYRIAN] =
        {"Žabljica|Đurđevac|Gjinokarë|Čakovnik|Šibenac|Vlorëza|Krčmar|Lješani",
         "{c}|Novi {c}|Gornji {c}|Stari {c}",
         "Ulica kneza Miloša|Trg slobode|Rruga e Dëshmorëve|Obala hrvatskih mornara|Cankarjeva "
         "cesta|Rruga Skënderbeu|Šetalište mira|Ulica Žrtava rata",
         "{s} {n}|{p} {c}", NULL, "Đorđe|Živana|Željko|Arbër|Ljiljana|Shpëtim|Čedomir|Mërgim",
         "Grbić-Šarac|Đukanac|Kovačina|Prendushi|Žagarnik|Hoxhaj-Bega|Vučetin|Šćepan"},
    [RUSSIAN] =
        {"Zarechensk=Зареченск|Kamenogorsk=Каменогорск|Lesnoi=Лесной|Stepnyak=Степняк|"
         "Ozersk=Озёрск|Yuzhny=Южный|Belorechensk=Белореченск|Krasnoye=Красное",
         "{c}={c}|Novo-{c}=Ново-{c}|{c}-2={c}-2|Verkhne-{c}=Верхне-{c}",
         "Lenin Street=ул. Ленина|Sadovaya Street=ул. Садовая|Abay Avenue=пр. Абая|Naberezhnaya "
         "Street=ул. Набережная|Prospekt Mira=пр. Мира|Druzhby Narodov Street=ул. Дружбы "
         "народов|Vokzalnaya Square=Вокзальная пл.|Chüy Avenue=пр. Чүй",
         "{n} {s}|{c} {p}", "{p}, г. {c}|{s}, д. {n}",
         "Timur|Galina|Ruslan|Aigerim|Yegor|Lyudmila|Nurlan|Zhanna|Kirill|Oksana",
         "Zaozerny|Kamyshev|Tulegenov|Polynskaya|Ryabokon|Dzhanybekov|Verbitsky|Stepanchuk"},
    [BULGARIAN] =
        {"Svetiste=Светище|Gorna Reka=Горна река|Dolno Pole=Долно поле|Bistritsa=Бистрица|"
         "Kamenets=Каменец|Jabuka=Јабука|Topola=Топола|Ljubovo=Љубово",
         "{c}={c}|Nov {c}=Нов {c}|Star {c}=Стар {c}",
         "Tsar Simeon Street=ул. „Цар Симеон“|Vitosha Boulevard=бул. „Витоша“|Ulica "
         "Makedonija=ул. Македонија|Svoboda Square=пл. „Свобода“|Knez Mihailova=Кнез "
         "Михаилова|Shipka Street=ул. „Шипка“",
         "{s} {n}|{p} {c}", "{p} {c}|{s} {n}",
         "Blagovest|Tsvetana|Zhivko|Ljupka|Stanimir|Rositsa|Veselin|Snežana",
         "Kamburov|Gergyovska|Penkov-Sotir|Dzhambazov|Stojčeska|Vranchev|Lozanova|Mirkovski"},
    [GEORGIAN] = {"Mtatsminda=მთაწმინდა|Kobuleti=ქობულეთი|Zestaponi=ზესტაფონი|Sagarejo=საგარეჯო|"
                  "Khashuri=ხაშური|Tsalka=წალკა|Ozurgeti=ოზურგეთი|Ambrolauri=ამბროლაური",
                  "{c}={c}|Akhali {c}=ახალი {c}|Zemo {c}=ზემო {c}",
                  "Rustaveli Avenue=რუსთაველის გამზირი|Tsereteli Street=წერეთლის ქუჩა|Tavisupleba "
                  "Square=თავისუფლების მოედანი|Chavchavadze Street=ჭავჭავაძის ქუჩა|Tamar Mepe "
                  "Avenue=თამარ მეფის გამზირი|Vazha Street=ვაჟას ქუჩა",
                  "{n} {s}|{p} {c}", "{s} {n}|{p} {c}",
                  "Nino|Vakhtang|Ketevan|Zurab|Tinatin|Otar|Lela|Gocha",
                  "Mzekala|Khevsuridze|Tsiskaridze-Lomi|Gvelesa|Abuladnia|Jorbenava"},
    [ARMENIAN] = {"Vardashen=Վարդաշեն|Aragats=Արագած|Lusakert=Լուսակերտ|Hrazdanik=Հրազդանիկ|"
                  "Ashtarak=Աշտարակ|Masis=Մասիս|Spitak=Սպիտակ|Goris=Գորիս",
                  "{c}={c}|Nor {c}=Նոր {c}|Verin {c}=Վերին {c}",
                  "Abovyan Street=Աբովյան փողոց|Mashtots Avenue=Մաշտոցի պողոտա|Republic "
                  "Square=Հանրապետության հրապարակ|Tigran Mets Avenue=Տիգրան Մեծի պողոտա|Sayat-Nova "
                  "Street=Սայաթ-Նովայի փողոց|Komitas Street=Կոմիտասի փողոց",
                  "{n} {s}|{c} {p}", "{p}, {c}|{s} {n}",
                  "Anahit|Hayk|Siranush|Vardan|Arpine|Tigran|Lusine|Garegin",
                  "Vardzhapetyan|Tsaghikyan|Karmiryan|Lernakan|Hovsharyan|Zartonyan"},
    [GREEK] =
        {"Kalochori=Καλοχώρι|Palaiopoli=Παλαιόπολη|Nea Fokaia=Νέα Φώκαια|Mavrovouni=Μαυροβούνι|"
         "Aspropyrgos=Ασπρόπυργος|Galaxidi=Γαλαξίδι|Lefkara=Λεύκαρα|Platanos=Πλάτανος",
         "{c}={c}|Ano {c}=Άνω {c}|Kato {c}=Κάτω {c}",
         "Leoforos Kifisias=Λεωφόρος Κηφισίας|Odos Ermou=Οδός Ερμού|Plateia Syntagmatos=Πλατεία "
         "Συντάγματος|Odos Akadimias=Οδός Ακαδημίας|Odos Agiou Georgiou=Οδός Αγίου Γεωργίου|Odos "
         "Evripidou=Οδός Ευριπίδου",
         "{s} {n}|{p} {c}", "{s} {n}|{p} {c}",
         "Eleni|Spyridon|Kalliopi|Thrasos|Despoina|Aristeidis|Vasiliki|Odysseas",
         "Kalogeras|Mavropetrou|Xenaki-Loukou|Papastavros|Theodoritis|Anagnou"},
    [CHINESE] =
        {"Qingshan=青山|Longquan=龙泉|Baiyun=白云|Jiangbei=江北|Huaxin=华新|Dongling=东岭|"
         "Xinghe=星河|Yuhua=玉华|Nanping=南平|Haicheng=海城",
         "{c}={c}市|New {c}=新{c}市|East {c}=东{c}区|{c} West=西{c}区",
         "Chang’an Road=长安路|Renmin Road=人民路|Jianguo Avenue=建国大道|Heping Street=和平街|"
         "Zhongshan Road=中山路|Guanghua Road=光华路|Binjiang East Road=滨江东路|Wenhua "
         "Lane=文化巷",
         "{n} {s}|{c} {p}", "{c}{s}{n}号|邮政编码 {p}",
         "Wenjing|Haoran|Lihua|Zemin|Yuxuan|Meilin|Guang|Xiulan",
         "Ouyang|Shangguan|Zhuge|Sima|Xiahou|Murong|Situ|Dongfang"},
    [JAPANESE] =
        {"Aoyama=青山|Midorigaoka=緑ヶ丘|Sakuragawa=桜川|Minatomachi=港町|Hoshino=星野|"
         "Shirahama=白浜|Tsukimi=月見|Akane=あかね",
         "{c}={c}市|Kita-{c}=北{c}市|Shin-{c}=新{c}区",
         "Chūō-dōri=中央通り|Sakura-zaka=さくら坂|Nishi-machi=西町|Eki-mae=駅前|Kōen-dōri=公園通り|"
         "Gaien=外苑|Fujimi-dai=富士見台|Rainbow Street=レインボー通り",
         "{n} {s}|{c} {p}", "〒{p} {c}|{s}{n}番地 タワービル",
         "Haruka|Kenjirō|Yōko|Shōhei|Kaoru|Ryūnosuke|Sayuri|Tatsuo",
         "Kirishima|Ōtsubo|Hanazono|Minamoto|Tōdaiji|Yukimura|Ichinose|Kōsaka"},
    [KOREAN] = {"Haneul=하늘|Saebyeok=새벽|Hangang=한강|Byeolbit=별빛|Namsan=남산|Dongbaek=동백|"
                "Cheongsol=청솔|Baekdu=백두",
                "{c}={c}시|New {c}=새{c}시|{c} East=동{c}구",
                "Sejong-daero=세종대로|Teheran-ro=테헤란로|Daehak-ro=대학로|Hannam-daero=한남대로|"
                "Jong-ro=종로|Itaewon-ro=이태원로",
                "{n} {s}|{c} {p}", "{c} {s} {n}|우편번호 {p}",
                "Ji-woo|Min-jun|Seo-yeon|Hyun-woo|Eun-ji|Dong-hyun|Soo-bin|Tae-yang",
                "Namgung|Hwangbo|Seonu|Dokgo|Jegal|Sagong|Dongbang|Eogeum"},
    [ARABIC] =
        {"Al-Nakhil=النخيل|Al-Waha=الواحة|Al-Zahra=الزهراء|Bir al-Hamra=بئر الحمراء|"
         "Al-Rawda=الروضة|Al-Qasr=القصر|Wadi al-Ward=وادي الورد|Al-Mina=الميناء",
         "{c}={c}|{c} al-Jadida={c} الجديدة|{c} al-Sharqiya={c} الشرقية",
         "Independence Street=شارع الاستقلال|Nile Street=شارع النيل|Al-Hamra Street=شارع "
         "الحمراء|University Street=شارع الجامعة|King’s Road=طريق الملك|Al-Salam Square=ساحة "
         "السلام|Embassy Quarter=حي السفارات|Corniche=الكورنيش",
         "{n} {s}|{c} {p}", "{s}، رقم {n}|{c}، ص.ب. {p}",
         "Layla|Mahmoud|Rania|Tariq|Samira|Yasin|Nadia|Khalil|Zaynab|Idris",
         "Al-Bustani|Al-Mahrouq|Bin Sahl|Al-Nahhas|Qasimi-Sayf|Al-Warraq|Haddadin|Al-Tahan"},
    [HEBREW] = {"Kiryat Alon=קריית אלון|Givat Oren=גבעת אורן|Neve Yam=נווה ים|Ramat Erez=רמת ארז|"
                "Beit Gefen=בית גפן|Ein Tamar=עין תמר",
                "{c}={c}|{c} North={c} צפון|New {c}={c} החדשה",
                "Herzl Street=רחוב הרצל|HaYarkon Street=רחוב הירקון|Rothschild Boulevard=שדרות "
                "רוטשילד|HaNevi’im Street=רחוב הנביאים|Ben Yehuda Street=רחוב בן יהודה",
                "{n} {s}|{c} {p}", "{s} {n}|{c} {p}", "Noa|Eitan|Tamar|Gilad|Yael|Oren|Shira|Amos",
                "Even-Zohar|Bar-Nahal|Gefenstein|Har-Alon|Shaked-Tal|Kedmi"},
    [HINDI] =
        {"Rampur Nagar=रामपुर नगर|Shantigarh=शांतिगढ़|Suryapur=सूर्यपुर|Devanagari "
         "Bagh=देवनगरी बाग|Chandanpur=चंदनपुर|Himalganj=हिमालगंज|Kamalpura=कमलपुरा|Gangotri "
         "Vihar=गंगोत्री विहार",
         "{c}={c}|New {c}=नया {c}|{c} East={c} पूर्व",
         "Mahatma Gandhi Road=महात्मा गांधी मार्ग|Shanti Path=शांति पथ|Rajdoot Marg=राजदूत मार्ग|"
         "Station Road=स्टेशन रोड|Vasant Vihar=वसंत विहार|Naya Bazar=नया बाज़ार|Lazimpat=लाजिम्पाट",
         "{n} {s}|{c} {p}", "{n}, {s}|{c} – {p}",
         "Ananya|Vikramjit|Lakshmi|Devendra|Meenakshi|Arjun|Sushila|Harishankar",
         "Chaturvedula|Bhattarajan|Mukherkar|Rathorewal|Shresthani|Iyengarappa|Deshmukhya"},
    [THAI] = {"Ban Suan=บ้านสวน|Nong Bua=หนองบัว|Khao Yai=เขาใหญ่|Tha Nam=ท่าน้ำ|Bang Phra=บางพระ|"
              "Don Kaeo=ดอนแก้ว",
              "{c}={c}|{c} Nuea={c}เหนือ|{c} Mai={c}ใหม่",
              "Sukhumvit Road=ถนนสุขุมวิท|Sathon Tai Road=ถนนสาทรใต้|Witthayu Road=ถนนวิทยุ|Rama IV "
              "Road=ถนนพระรามสี่|Ratchadamri Road=ถนนราชดำริ|Nimman Road=ถนนนิมมานเหมินท์",
              "{n} {s}|{c} {p}", "{n} {s}|{c} {p}",
              "Siriporn|Anuwat|Kanya|Prasert|Malee|Somkiat|Wanida|Chaiyaporn",
              "Rattanakosol|Suwannaphum|Chaiyasitti|Thongprasert|Wongsawatdi|Phromrit"},
    [VIETNAMESE] =
        {"Hòa Bình|Phước Hải|Vĩnh Thịnh|Đồng Xuân|Bến Tre|Mỹ Đức|Cẩm Giàng|Thượng Lý",
         "{c}|{c} Đông|Tân {c}",
         "Đường Lê Lợi|Phố Hàng Bè|Đường Trần Phú|Phố Kim Mã|Đường Nguyễn Huệ|Ngõ Thổ Quan|Đường "
         "Điện Biên Phủ",
         "{n} {s}|{c} {p}", NULL,
         "Thị Hồng|Văn Đức|Minh Tuấn|Ngọc Ánh|Quốc Việt|Thu Hằng|Đình Khải|Bảo Châu",
         "Đặng|Nguyễn|Lưu|Phùng|Tôn|Vũ|Huỳnh|Khổng"},
    [MALAY] =
        {"Sungai Emas|Kota Permai|Bukit Tinggi|Tanjung Mutiara|Batu Hijau|Laguna Bay|Santo Niño|"
         "Pulau Indah",
         "{c}|{c} Baru|{c} Timur|Kampung {c}",
         "Jalan Merdeka|Jalan Ampang|Jalan Diponegoro|Lorong Melati|Ayala Avenue|Jalan Pantai Kuta|"
         "Roxas Street|Persiaran Raja",
         "{s} No. {n}|{c} {p}", NULL,
         "Siti|Bambang|Dewi|Agus|Maricel|Hafiz|Nurul|Ferdinand|Ratna|Jomar",
         "Wiratanaga|Kusumayanti|Del Rosales|Bin Rashdan|Pangilaya|Hartonegoro|Suryabrata"},
    [AFRICAN] =
        {"Mbelani|Kisimani|Ouadéla|Nkwanta|Zomboko|Tsavora|Ngorélé|Lukumba|Abeokura|Mahazina",
         "{c}|{c} Town|Port {c}|{c}-Nord|Old {c}",
         "Uhuru Avenue|Independence Road|Avenue de l’Unité|Nyerere Street|Boulevard du 30 Juin|"
         "Kenyatta Way|Rua da Missão|Ring Road East|Avenue Léopold",
         "{n} {s}|{c}|P. O. Box {p}", NULL,
         "Amina|Kwabena|Thandiwe|Ousséni|Chipo|Bécaye|Ngozi|Mamadou|Wanjiku|Tendai",
         "Okonjere|Mbeki-Zulo|Traorélé|Nkemdira|Wambugari|Diabarou|Chirwala|Ndiayéna|Asantewo"},
    [AMHARIC] = {"Meskeli=መስቀሊ|Bahir Zuria=ባሕር ዙሪያ|Debre Selam=ደብረ ሰላም|Wolkite=ወልቂጤ|Addis Alem=አዲስ "
                 "ዓለም|Meki=መቂ",
                 "{c}={c}|New {c}=አዲስ {c}",
                 "Churchill Avenue=ቸርችል ጎዳና|Bole Road=ቦሌ መንገድ|Meskel Square=መስቀል አደባባይ|Entoto "
                 "Avenue=እንጦጦ ጎዳና",
                 "{n} {s}|{c}|P. O. Box {p}", "{s} {n}|{c}",
                 "Selamawit|Getachew|Tsehay|Dawit|Hirut|Bekele|Almaz|Yonas",
                 "Wolde-Amlak|Tesfahun|Gebre-Hanna|Alemzerihun|Desalegnu|Mengistabe"},
};

enum part_of_world { AFRICA, AMERICAS, ASIA, EUROPE, OCEANIA };

struct country {
    const char code[3];
    const char *name, *capital; /* the capital as "Latin=local" */
    unsigned calling;
    const char *zone;
    enum part_of_world part;
    enum manners manner;
};

static const struct country countries[] = {
#include "generate_countries.inc"
};

enum { COUNTRIES = sizeof countries / sizeof *countries };

#endif
