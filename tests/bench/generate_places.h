/* Places, streets and people in many scripts. */
#ifndef BENCH_GENERATE_PLACES_H
#define BENCH_GENERATE_PLACES_H

#include "base/str.h"

/* A word in the three languages of the sample. */
struct words {
    const char *en, *ru, *be;
};

/* The same in Latin letters and in the script of the country. */
struct pair {
    const char *latin, *local;
};

enum { PAIRS = 5 };

/* How addresses are written in a country. `format` takes the street, then the number. */
struct tongue {
    const char *format;       /* Latin */
    const char *local_format; /* NULL: Latin script, no second form of the address */
    const char *embassy;      /* what the plate at the door says */
    struct pair streets[PAIRS];
    struct pair people[PAIRS];
};

enum tongue_name {
    GERMAN, ENGLISH, FRENCH, SPANISH, ITALIAN, NORDIC, POLISH, TURKISH, RUSSIAN, BULGARIAN, GEORGIAN,
    ARMENIAN, GREEK, CHINESE, JAPANESE, KOREAN, ARABIC, HEBREW, HINDI, THAI, TONGUES
};

static const struct tongue tongues[TONGUES] = {
    [GERMAN] = {"%s %d", NULL, NULL,
        {{"Hüttelbergstraße", 0}, {"Am Treptower Park", 0}, {"Königsallee", 0}, {"Schwarzenbergplatz", 0}, {"Gewürzmühlweg", 0}},
        {{"Jürgen Weiß", 0}, {"Käthe Müller", 0}, {"Jörg Großmann", 0}, {"Heike Schäfer", 0}, {"Björn Krüger", 0}}},
    [ENGLISH] = {"%2$d %1$s", NULL, NULL,
        {{"Kensington Court", 0}, {"New Hampshire Avenue NW", 0}, {"Queen Anne’s Gate", 0}, {"Church Street", 0}, {"O’Connell Road", 0}},
        {{"James O’Neill", 0}, {"Margaret Fairweather", 0}, {"William Ashford", 0}, {"Fiona MacLeod", 0}, {"Peter St John", 0}}},
    [FRENCH] = {"%2$d, %1$s", NULL, NULL,
        {{"boulevard Suchet", 0}, {"rue de l’Église", 0}, {"avenue Molière", 0}, {"place des Célestins", 0}, {"rue du Château-d’Eau", 0}},
        {{"François Lefèvre", 0}, {"Hélène Garçon", 0}, {"Benoît Châtelain", 0}, {"Noël Dœrr", 0}, {"Zoé Préval", 0}}},
    [SPANISH] = {"%s, %d", NULL, NULL,
        {{"Calle de Serrano", 0}, {"Avenida Núñez de Balboa", 0}, {"Paseo de la Reforma", 0}, {"Calle Cazadores", 0}, {"Quinta Avenida", 0}},
        {{"José Muñoz Peña", 0}, {"Inés Ibáñez", 0}, {"Martín Agüero", 0}, {"Lucía Fernández", 0}, {"Raúl Ordóñez", 0}}},
    [ITALIAN] = {"%s, %d", NULL, NULL,
        {{"Via delle Alpi Apuane", 0}, {"Corso Vittorio Emanuele II", 0}, {"Piazza della Libertà", 0}, {"Rua São João", 0}, {"Avenida da Conceição", 0}},
        {{"Niccolò Ferrari", 0}, {"Giulia D’Angelo", 0}, {"João Gonçalves", 0}, {"Andreia Simões", 0}, {"Pietro Dall’Aglio", 0}}},
    [NORDIC] = {"%s %d", NULL, NULL,
        {{"Herserudsvägen", 0}, {"Østerbrogade", 0}, {"Bygdøy allé", 0}, {"Mannerheimintie", 0}, {"Skólavörðustígur", 0}},
        {{"Åsa Lindström", 0}, {"Søren Kjær", 0}, {"Øyvind Hæreid", 0}, {"Päivi Hämäläinen", 0}, {"Þóra Guðmundsdóttir", 0}}},
    [POLISH] = {"ul. %s %d", NULL, NULL,
        {{"Wiertnicza", 0}, {"Świętokrzyska", 0}, {"Żytnia", 0}, {"Bolesława Chrobrego", 0}, {"Jindřišská", 0}},
        {{"Łukasz Wójcik", 0}, {"Żaneta Dąbrowska", 0}, {"Jiří Dvořák", 0}, {"Ágnes Kőszegi", 0}, {"Ștefan Țurcanu", 0}}},
    [TURKISH] = {"%s No: %d", NULL, NULL,
        {{"Abidin Daver Sokak", 0}, {"İnönü Caddesi", 0}, {"Güniz Sokağı", 0}, {"Phố Kim Mã", 0}, {"Şehit Ersan Caddesi", 0}},
        {{"İbrahim Yıldız", 0}, {"Gülşen Çağlar", 0}, {"Nguyễn Văn Đức", 0}, {"Trần Thị Hương", 0}, {"Oğuz Şahin", 0}}},
    [RUSSIAN] = {"%2$d %1$s", "%s, д. %d", "Посольство Республики Беларусь",
        {{"Maroseyka Street", "ул. Маросейка"}, {"Kremlevskaya Street", "ул. Кремлевская"}, {"Abay Avenue", "пр. Абая"}, {"Moskovskaya Street", "ул. Московская"}, {"Sadovaya Embankment", "Садовая наб."}},
        {{"Aleksey Solovyov", "Алексей Соловьёв"}, {"Ruslan Akhmetov", "Руслан Ахметов"}, {"Yelena Shchukina", "Елена Щукина"}, {"Nurlan Tokayev", "Нурлан Токаев"}, {"Yuri Podyachev", "Юрий Подъячев"}}},
    [BULGARIAN] = {"%s %d", "%s № %d", "Посолство на Република Беларус",
        {{"Tsar Asen Street", "ул. „Цар Асен“"}, {"Vitosha Boulevard", "бул. „Витоша“"}, {"Knyaz Boris Street", "ул. „Княз Борис“"}, {"Slivnitsa Boulevard", "бул. „Сливница“"}, {"Shipka Street", "ул. „Шипка“"}},
        {{"Ivan Petkov", "Иван Петков"}, {"Elitsa Georgieva", "Елица Георгиева"}, {"Stoyan Hristov", "Стоян Христов"}, {"Maria Yordanova", "Мария Йорданова"}, {"Asen Dimitrov", "Асен Димитров"}}},
    [GEORGIAN] = {"%2$d %1$s", "%s №%d", "ბელარუსის რესპუბლიკის საელჩო",
        {{"Kazbegi Street", "ყაზბეგის ქუჩა"}, {"Rustaveli Avenue", "რუსთაველის გამზირი"}, {"Chavchavadze Avenue", "ჭავჭავაძის გამზირი"}, {"Pekini Street", "პეკინის ქუჩა"}, {"Abashidze Street", "აბაშიძის ქუჩა"}},
        {{"Giorgi Beridze", "გიორგი ბერიძე"}, {"Nino Kapanadze", "ნინო კაპანაძე"}, {"Levan Gelashvili", "ლევან გელაშვილი"}, {"Tamar Maisuradze", "თამარ მაისურაძე"}, {"Davit Lomidze", "დავით ლომიძე"}}},
    [ARMENIAN] = {"%2$d %1$s", "%s %d", "Բելառուսի Հանրապետության դեսպանություն",
        {{"Nikol Duman Street", "Նիկոլ Դումանի փողոց"}, {"Mashtots Avenue", "Մաշտոցի պողոտա"}, {"Abovyan Street", "Աբովյան փողոց"}, {"Sayat-Nova Avenue", "Սայաթ-Նովայի պողոտա"}, {"Tumanyan Street", "Թումանյան փողոց"}},
        {{"Armen Petrosyan", "Արմեն Պետրոսյան"}, {"Ani Hakobyan", "Անի Հակոբյան"}, {"Vardan Sargsyan", "Վարդան Սարգսյան"}, {"Lilit Grigoryan", "Լիլիթ Գրիգորյան"}, {"Tigran Khachatryan", "Տիգրան Խաչատրյան"}}},
    [GREEK] = {"%2$d %1$s", "%s %d", "Πρεσβεία της Δημοκρατίας της Λευκορωσίας",
        {{"Sahtouri Street", "Οδός Σαχτούρη"}, {"Vasilissis Sofias Avenue", "Λεωφόρος Βασιλίσσης Σοφίας"}, {"Ermou Street", "Οδός Ερμού"}, {"Egnatia Street", "Οδός Εγνατία"}, {"Makariou Avenue", "Λεωφόρος Μακαρίου"}},
        {{"Georgios Papadopoulos", "Γεώργιος Παπαδόπουλος"}, {"Eleni Konstantinou", "Ελένη Κωνσταντίνου"}, {"Nikos Vasileiou", "Νίκος Βασιλείου"}, {"Maria Ioannou", "Μαρία Ιωάννου"}, {"Dimitris Angelis", "Δημήτρης Αγγελής"}}},
    [CHINESE] = {"%2$d %1$s", "%s%d号", "白罗斯共和国大使馆",
        {{"Ritan Dongyi Street", "朝阳区日坛东一街"}, {"Huaihai Middle Road", "徐汇区淮海中路"}, {"Zhongshan Road", "渝中区中山路"}, {"Tianhe North Road", "天河区天河北路"}, {"Renmin South Road", "武侯区人民南路"}},
        {{"Wang Xiaoming", "王晓明"}, {"Li Na", "李娜"}, {"Zhang Wei", "张伟"}, {"Chen Jing", "陈静"}, {"Liu Yang", "刘洋"}}},
    [JAPANESE] = {"%s %d", "%s%d", "ベラルーシ共和国大使館",
        {{"4-chome Shirokanedai, Minato-ku", "港区白金台四丁目"}, {"Higashigotanda, Shinagawa-ku", "品川区東五反田"}, {"Kitahama, Chuo-ku", "中央区北浜"}, {"Sakae, Naka-ku", "中区栄"}, {"Tenjin, Chuo-ku", "中央区天神"}},
        {{"Sato Kenji", "佐藤健二"}, {"Tanaka Yuki", "田中ゆき"}, {"Takahashi Makoto", "高橋まこと"}, {"Ito Sakura", "伊藤さくら"}, {"Watanabe Hiroshi", "渡辺ヒロシ"}}},
    [KOREAN] = {"%2$d %1$s", "%s %d", "주한 벨라루스 공화국 대사관",
        {{"Itaewon-ro, Yongsan-gu", "용산구 이태원로"}, {"Sejong-daero, Jung-gu", "중구 세종대로"}, {"Teheran-ro, Gangnam-gu", "강남구 테헤란로"}, {"Jungang-daero, Busanjin-gu", "부산진구 중앙대로"}, {"Hannam-daero, Yongsan-gu", "용산구 한남대로"}},
        {{"Kim Min-jun", "김민준"}, {"Lee Seo-yeon", "이서연"}, {"Park Ji-hoon", "박지훈"}, {"Choi Su-bin", "최수빈"}, {"Jung Ha-eun", "정하은"}}},
    [ARABIC] = {"%2$d %1$s", "%s، رقم %d", "سفارة جمهورية بيلاروس",
        {{"Gaber Ibn Hayan Street", "شارع جابر بن حيان"}, {"Al-Istiqlal Street", "شارع الاستقلال"}, {"Zayed The First Street", "شارع زايد الأول"}, {"Al-Jalaa Street", "شارع الجلاء"}, {"King Fahd Road", "طريق الملك فهد"}},
        {{"Ahmad Al-Khatib", "أحمد الخطيب"}, {"Fatima Hassan", "فاطمة حسن"}, {"Khaled Mansour", "خالد منصور"}, {"Layla Haddad", "ليلى حداد"}, {"Youssef Saleh", "يوسف صالح"}}},
    [HEBREW] = {"%2$d %1$s", "%s %d", "שגרירות רפובליקת בלארוס",
        {{"Dizengoff Street", "רחוב דיזנגוף"}, {"HaYarkon Street", "רחוב הירקון"}, {"Rothschild Boulevard", "שדרות רוטשילד"}, {"Herzl Street", "רחוב הרצל"}, {"Ben Yehuda Street", "רחוב בן יהודה"}},
        {{"David Cohen", "דוד כהן"}, {"Rivka Levi", "רבקה לוי"}, {"Yosef Mizrahi", "יוסף מזרחי"}, {"Noa Friedman", "נועה פרידמן"}, {"Avi Shapira", "אבי שפירא"}}},
    [HINDI] = {"%2$d %1$s", "%2$d, %1$s", "बेलारूस गणराज्य का दूतावास",
        {{"Shanti Niketan Marg", "शांति निकेतन मार्ग"}, {"Chanakyapuri Road", "चाणक्यपुरी मार्ग"}, {"Nariman Point", "नरीमन पॉइंट"}, {"Mahatma Gandhi Road", "महात्मा गांधी मार्ग"}, {"Netaji Subhash Marg", "नेताजी सुभाष मार्ग"}},
        {{"Rajesh Sharma", "राजेश शर्मा"}, {"Priya Singh", "प्रिया सिंह"}, {"Vikram Gupta", "विक्रम गुप्ता"}, {"Anjali Mishra", "अंजलि मिश्रा"}, {"Krishna Iyer", "कृष्ण अय्यर"}}},
    [THAI] = {"%2$d %1$s", "%2$d %1$s", "สถานเอกอัครราชทูตเบลารุส",
        {{"Sukhumvit Road", "ถนนสุขุมวิท"}, {"Silom Road", "ถนนสีลม"}, {"Ratchadaphisek Road", "ถนนรัชดาภิเษก"}, {"Nimmanhaemin Road", "ถนนนิมมานเหมินท์"}, {"Wireless Road", "ถนนวิทยุ"}},
        {{"Somchai Jaidee", "สมชาย ใจดี"}, {"Suda Srisuk", "สุดา ศรีสุข"}, {"Anan Wongsa", "อนันต์ วงศา"}, {"Malee Thongdee", "มาลี ทองดี"}, {"Prasert Rungrueng", "ประเสริฐ รุ่งเรือง"}}},
};

enum region_name { EUROPE, CIS, ASIA, MIDDLE_EAST, AFRICA, AMERICAS, OCEANIA, REGIONS };
static const struct words regions[REGIONS] = {
    [EUROPE] = {"Europe", "Европа", "Еўропа"},
    [CIS] = {"Commonwealth of Independent States", "Содружество Независимых Государств", "Садружнасць Незалежных Дзяржаў"},
    [ASIA] = {"Asia", "Азия", "Азія"},
    [MIDDLE_EAST] = {"Middle East", "Ближний Восток", "Блізкі Усход"},
    [AFRICA] = {"Africa", "Африка", "Афрыка"},
    [AMERICAS] = {"Americas", "Америка", "Амерыка"},
    [OCEANIA] = {"Australia and Oceania", "Австралия и Океания", "Аўстралія і Акіянія"},
};

struct place {
    const char *country; /* ISO 3166-1 */
    const char *slug;
    struct words city;
    const char *local; /* NULL: as in Latin script */
    int dial;
    const char *zone;
    enum region_name region;
    enum tongue_name tongue;
};

static const struct place places[] = {
    {"AT", "vienna", {"Vienna", "Вена", "Вена"}, 0, 43, "Europe/Vienna", EUROPE, GERMAN},
    {"DE", "berlin", {"Berlin", "Берлин", "Берлін"}, 0, 49, "Europe/Berlin", EUROPE, GERMAN},
    {"DE", "munich", {"Munich", "Мюнхен", "Мюнхен"}, 0, 49, "Europe/Berlin", EUROPE, GERMAN},
    {"CH", "bern", {"Bern", "Берн", "Берн"}, 0, 41, "Europe/Zurich", EUROPE, GERMAN},
    {"GB", "london", {"London", "Лондон", "Лондан"}, 0, 44, "Europe/London", EUROPE, ENGLISH},
    {"IE", "dublin", {"Dublin", "Дублин", "Дублін"}, 0, 353, "Europe/Dublin", EUROPE, ENGLISH},
    {"US", "washington", {"Washington", "Вашингтон", "Вашынгтон"}, 0, 1, "America/New_York", AMERICAS, ENGLISH},
    {"US", "new-york", {"New York", "Нью-Йорк", "Нью-Ёрк"}, 0, 1, "America/New_York", AMERICAS, ENGLISH},
    {"CA", "ottawa", {"Ottawa", "Оттава", "Атава"}, 0, 1, "America/Toronto", AMERICAS, ENGLISH},
    {"AU", "canberra", {"Canberra", "Канберра", "Канбера"}, 0, 61, "Australia/Sydney", OCEANIA, ENGLISH},
    {"NZ", "wellington", {"Wellington", "Веллингтон", "Велінгтан"}, 0, 64, "Pacific/Auckland", OCEANIA, ENGLISH},
    {"NG", "abuja", {"Abuja", "Абуджа", "Абуджа"}, 0, 234, "Africa/Lagos", AFRICA, ENGLISH},
    {"KE", "nairobi", {"Nairobi", "Найроби", "Найробі"}, 0, 254, "Africa/Nairobi", AFRICA, ENGLISH},
    {"ZA", "pretoria", {"Pretoria", "Претория", "Прэторыя"}, 0, 27, "Africa/Johannesburg", AFRICA, ENGLISH},
    {"GH", "accra", {"Accra", "Аккра", "Акра"}, 0, 233, "Africa/Accra", AFRICA, ENGLISH},
    {"SG", "singapore", {"Singapore", "Сингапур", "Сінгапур"}, 0, 65, "Asia/Singapore", ASIA, ENGLISH},
    {"ID", "jakarta", {"Jakarta", "Джакарта", "Джакарта"}, 0, 62, "Asia/Jakarta", ASIA, ENGLISH},
    {"MY", "kuala-lumpur", {"Kuala Lumpur", "Куала-Лумпур", "Куала-Лумпур"}, 0, 60, "Asia/Kuala_Lumpur", ASIA, ENGLISH},
    {"PH", "manila", {"Manila", "Манила", "Маніла"}, 0, 63, "Asia/Manila", ASIA, ENGLISH},
    {"FR", "paris", {"Paris", "Париж", "Парыж"}, 0, 33, "Europe/Paris", EUROPE, FRENCH},
    {"BE", "brussels", {"Brussels", "Брюссель", "Брусель"}, 0, 32, "Europe/Brussels", EUROPE, FRENCH},
    {"LU", "luxembourg", {"Luxembourg", "Люксембург", "Люксембург"}, 0, 352, "Europe/Luxembourg", EUROPE, FRENCH},
    {"SN", "dakar", {"Dakar", "Дакар", "Дакар"}, 0, 221, "Africa/Dakar", AFRICA, FRENCH},
    {"CI", "abidjan", {"Abidjan", "Абиджан", "Абіджан"}, 0, 225, "Africa/Abidjan", AFRICA, FRENCH},
    {"MG", "antananarivo", {"Antananarivo", "Антананариву", "Антананарыву"}, 0, 261, "Indian/Antananarivo", AFRICA, FRENCH},
    {"ES", "madrid", {"Madrid", "Мадрид", "Мадрыд"}, 0, 34, "Europe/Madrid", EUROPE, SPANISH},
    {"AR", "buenos-aires", {"Buenos Aires", "Буэнос-Айрес", "Буэнас-Айрэс"}, 0, 54, "America/Argentina/Buenos_Aires", AMERICAS, SPANISH},
    {"CU", "havana", {"Havana", "Гавана", "Гавана"}, 0, 53, "America/Havana", AMERICAS, SPANISH},
    {"VE", "caracas", {"Caracas", "Каракас", "Каракас"}, 0, 58, "America/Caracas", AMERICAS, SPANISH},
    {"MX", "mexico-city", {"Mexico City", "Мехико", "Мехіка"}, 0, 52, "America/Mexico_City", AMERICAS, SPANISH},
    {"PE", "lima", {"Lima", "Лима", "Ліма"}, 0, 51, "America/Lima", AMERICAS, SPANISH},
    {"CL", "santiago", {"Santiago", "Сантьяго", "Сант’яга"}, 0, 56, "America/Santiago", AMERICAS, SPANISH},
    {"EC", "quito", {"Quito", "Кито", "Кіта"}, 0, 593, "America/Guayaquil", AMERICAS, SPANISH},
    {"UY", "montevideo", {"Montevideo", "Монтевидео", "Мантэвідэа"}, 0, 598, "America/Montevideo", AMERICAS, SPANISH},
    {"IT", "rome", {"Rome", "Рим", "Рым"}, 0, 39, "Europe/Rome", EUROPE, ITALIAN},
    {"PT", "lisbon", {"Lisbon", "Лиссабон", "Лісабон"}, 0, 351, "Europe/Lisbon", EUROPE, ITALIAN},
    {"BR", "brasilia", {"Brasilia", "Бразилиа", "Бразіліа"}, 0, 55, "America/Sao_Paulo", AMERICAS, ITALIAN},
    {"SE", "stockholm", {"Stockholm", "Стокгольм", "Стакгольм"}, 0, 46, "Europe/Stockholm", EUROPE, NORDIC},
    {"DK", "copenhagen", {"Copenhagen", "Копенгаген", "Капенгаген"}, 0, 45, "Europe/Copenhagen", EUROPE, NORDIC},
    {"NO", "oslo", {"Oslo", "Осло", "Осла"}, 0, 47, "Europe/Oslo", EUROPE, NORDIC},
    {"FI", "helsinki", {"Helsinki", "Хельсинки", "Хельсінкі"}, 0, 358, "Europe/Helsinki", EUROPE, NORDIC},
    {"IS", "reykjavik", {"Reykjavik", "Рейкьявик", "Рэйк’явік"}, 0, 354, "Atlantic/Reykjavik", EUROPE, NORDIC},
    {"PL", "warsaw", {"Warsaw", "Варшава", "Варшава"}, 0, 48, "Europe/Warsaw", EUROPE, POLISH},
    {"PL", "bialystok", {"Białystok", "Белосток", "Беласток"}, 0, 48, "Europe/Warsaw", EUROPE, POLISH},
    {"CZ", "prague", {"Prague", "Прага", "Прага"}, 0, 420, "Europe/Prague", EUROPE, POLISH},
    {"HU", "budapest", {"Budapest", "Будапешт", "Будапешт"}, 0, 36, "Europe/Budapest", EUROPE, POLISH},
    {"RO", "bucharest", {"Bucharest", "Бухарест", "Бухарэст"}, 0, 40, "Europe/Bucharest", EUROPE, POLISH},
    {"TR", "ankara", {"Ankara", "Анкара", "Анкара"}, 0, 90, "Europe/Istanbul", MIDDLE_EAST, TURKISH},
    {"TR", "istanbul", {"Istanbul", "Стамбул", "Стамбул"}, 0, 90, "Europe/Istanbul", MIDDLE_EAST, TURKISH},
    {"VN", "hanoi", {"Hanoi", "Ханой", "Ханой"}, 0, 84, "Asia/Ho_Chi_Minh", ASIA, TURKISH},
    {"AZ", "baku", {"Baku", "Баку", "Баку"}, 0, 994, "Asia/Baku", CIS, TURKISH},
    {"RU", "moscow", {"Moscow", "Москва", "Масква"}, "Москва", 7, "Europe/Moscow", CIS, RUSSIAN},
    {"RU", "kazan", {"Kazan", "Казань", "Казань"}, "Казань", 7, "Europe/Moscow", CIS, RUSSIAN},
    {"RU", "novosibirsk", {"Novosibirsk", "Новосибирск", "Новасібірск"}, "Новосибирск", 7, "Asia/Novosibirsk", CIS, RUSSIAN},
    {"KZ", "astana", {"Astana", "Астана", "Астана"}, "Астана", 7, "Asia/Almaty", CIS, RUSSIAN},
    {"KG", "bishkek", {"Bishkek", "Бишкек", "Бішкек"}, "Бишкек", 996, "Asia/Bishkek", CIS, RUSSIAN},
    {"TJ", "dushanbe", {"Dushanbe", "Душанбе", "Душанбэ"}, "Душанбе", 992, "Asia/Dushanbe", CIS, RUSSIAN},
    {"BG", "sofia", {"Sofia", "София", "Сафія"}, "София", 359, "Europe/Sofia", EUROPE, BULGARIAN},
    {"BG", "burgas", {"Burgas", "Бургас", "Бургас"}, "Бургас", 359, "Europe/Sofia", EUROPE, BULGARIAN},
    {"MK", "skopje", {"Skopje", "Скопье", "Скоп’е"}, "Скопје", 389, "Europe/Skopje", EUROPE, BULGARIAN},
    {"GE", "tbilisi", {"Tbilisi", "Тбилиси", "Тбілісі"}, "თბილისი", 995, "Asia/Tbilisi", CIS, GEORGIAN},
    {"GE", "batumi", {"Batumi", "Батуми", "Батумі"}, "ბათუმი", 995, "Asia/Tbilisi", CIS, GEORGIAN},
    {"AM", "yerevan", {"Yerevan", "Ереван", "Ерэван"}, "Երևան", 374, "Asia/Yerevan", CIS, ARMENIAN},
    {"AM", "gyumri", {"Gyumri", "Гюмри", "Гюмры"}, "Գյումրի", 374, "Asia/Yerevan", CIS, ARMENIAN},
    {"GR", "athens", {"Athens", "Афины", "Афіны"}, "Αθήνα", 30, "Europe/Athens", EUROPE, GREEK},
    {"GR", "thessaloniki", {"Thessaloniki", "Салоники", "Салонікі"}, "Θεσσαλονίκη", 30, "Europe/Athens", EUROPE, GREEK},
    {"CY", "nicosia", {"Nicosia", "Никосия", "Нікасія"}, "Λευκωσία", 357, "Asia/Nicosia", EUROPE, GREEK},
    {"CN", "beijing", {"Beijing", "Пекин", "Пекін"}, "北京市", 86, "Asia/Shanghai", ASIA, CHINESE},
    {"CN", "shanghai", {"Shanghai", "Шанхай", "Шанхай"}, "上海市", 86, "Asia/Shanghai", ASIA, CHINESE},
    {"CN", "chongqing", {"Chongqing", "Чунцин", "Чунцын"}, "重庆市", 86, "Asia/Shanghai", ASIA, CHINESE},
    {"JP", "tokyo", {"Tokyo", "Токио", "Токіа"}, "東京都", 81, "Asia/Tokyo", ASIA, JAPANESE},
    {"JP", "osaka", {"Osaka", "Осака", "Осака"}, "大阪市", 81, "Asia/Tokyo", ASIA, JAPANESE},
    {"KR", "seoul", {"Seoul", "Сеул", "Сеул"}, "서울특별시", 82, "Asia/Seoul", ASIA, KOREAN},
    {"KR", "busan", {"Busan", "Пусан", "Пусан"}, "부산광역시", 82, "Asia/Seoul", ASIA, KOREAN},
    {"EG", "cairo", {"Cairo", "Каир", "Каір"}, "القاهرة", 20, "Africa/Cairo", AFRICA, ARABIC},
    {"LB", "beirut", {"Beirut", "Бейрут", "Бейрут"}, "بيروت", 961, "Asia/Beirut", MIDDLE_EAST, ARABIC},
    {"AE", "abu-dhabi", {"Abu Dhabi", "Абу-Даби", "Абу-Дабі"}, "أبو ظبي", 971, "Asia/Dubai", MIDDLE_EAST, ARABIC},
    {"SY", "damascus", {"Damascus", "Дамаск", "Дамаск"}, "دمشق", 963, "Asia/Damascus", MIDDLE_EAST, ARABIC},
    {"SA", "riyadh", {"Riyadh", "Эр-Рияд", "Эр-Рыяд"}, "الرياض", 966, "Asia/Riyadh", MIDDLE_EAST, ARABIC},
    {"DZ", "algiers", {"Algiers", "Алжир", "Алжыр"}, "الجزائر", 213, "Africa/Algiers", AFRICA, ARABIC},
    {"IL", "tel-aviv", {"Tel Aviv", "Тель-Авив", "Тэль-Авіў"}, "תל אביב", 972, "Asia/Jerusalem", MIDDLE_EAST, HEBREW},
    {"IL", "haifa", {"Haifa", "Хайфа", "Хайфа"}, "חיפה", 972, "Asia/Jerusalem", MIDDLE_EAST, HEBREW},
    {"IN", "new-delhi", {"New Delhi", "Нью-Дели", "Нью-Дэлі"}, "नई दिल्ली", 91, "Asia/Kolkata", ASIA, HINDI},
    {"IN", "mumbai", {"Mumbai", "Мумбаи", "Мумбаі"}, "मुंबई", 91, "Asia/Kolkata", ASIA, HINDI},
    {"TH", "bangkok", {"Bangkok", "Бангкок", "Бангкок"}, "กรุงเทพมหานคร", 66, "Asia/Bangkok", ASIA, THAI},
    {"TH", "chiang-mai", {"Chiang Mai", "Чиангмай", "Чыангмай"}, "เชียงใหม่", 66, "Asia/Bangkok", ASIA, THAI},
};

/* Diplomats. The family names do not change with the gender. */
static const struct words given_names[] = {
    {"Aliaksandr", "Александр", "Аляксандр"}, {"Uladzimir", "Владимир", "Уладзімір"},
    {"Siarhei", "Сергей", "Сяргей"}, {"Yauhen", "Евгений", "Яўген"},
    {"Dzmitry", "Дмитрий", "Дзмітрый"}, {"Ihar", "Игорь", "Ігар"},
    {"Pavel", "Павел", "Павел"}, {"Mikalai", "Николай", "Мікалай"},
    {"Volha", "Ольга", "Вольга"}, {"Natallia", "Наталья", "Наталля"},
    {"Alena", "Елена", "Алена"}, {"Katsiaryna", "Екатерина", "Кацярына"},
    {"Sviatlana", "Светлана", "Святлана"}, {"Iryna", "Ирина", "Ірына"},
};
static const struct words family_names[] = {
    {"Kavalenka", "Коваленко", "Каваленка"}, {"Shauchenka", "Шевченко", "Шаўчэнка"},
    {"Yurkevich", "Юркевич", "Юркевіч"}, {"Savich", "Савич", "Савіч"},
    {"Bandarenka", "Бондаренко", "Бандарэнка"}, {"Stankevich", "Станкевич", "Станкевіч"},
    {"Zhuk", "Жук", "Жук"}, {"Klimovich", "Климович", "Клімовіч"},
    {"Hryharovich", "Григорович", "Грыгаровіч"}, {"Tsishchanka", "Тищенко", "Цішчанка"},
    {"Vasilkevich", "Василькевич", "Васількевіч"}, {"Makarevich", "Макаревич", "Макарэвіч"},
    {"Dubrovich", "Дубрович", "Дубровіч"}, {"Ihnatsenka", "Игнатенко", "Ігнаценка"},
    {"Lukashevich", "Лукашевич", "Лукашэвіч"}, {"Khadkevich", "Ходкевич", "Хадкевіч"},
};

#endif
