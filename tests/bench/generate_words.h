/* Words of the synthetic releases: made up, in the grammar of their language. Every list is one
 * string, split where it is used. */
#ifndef GENERATE_WORDS_H
#define GENERATE_WORDS_H

struct language {
    const char *code, *place, *bulletin;
    const char *subjects, *verbs, *objects, *circumstances, *clauses, *headings, *kickers;
    const char *in_city;   /* before the name of a town */
    const char *syllables; /* of names of towns */
};

static const struct language languages[] = {
    {"en", "Minsk", "Foreign Policy Bulletin",
     "The Minister|The Deputy Minister|The Ambassador|The Head of the Delegation|"
     "The Permanent Representative|The Chairman of the Commission|"
     "A spokesman of the Ministry|The Consul General|The Secretary of the Council|"
     "The Special Envoy|The Director of the Department|The Head of the Trade Mission|"
     "The Rapporteur|The Governor of the Province|The President of the Assembly|"
     "The Counsellor for cultural affairs|The Commissioner|The Under-Secretary|"
     "Each of the participants|The host of the meeting",
     "discussed|welcomed|emphasised|presented|reviewed|confirmed|described|proposed|"
     "considered|examined|opened|noted|supported|outlined|explained|recalled|underlined|"
     "called for|introduced|signed|thanked the partners for|drew attention to|reported on|"
     "agreed upon|exchanged views on",
     "the state of bilateral relations|the schedule of political contacts|"
     "a programme of cooperation for the coming years|the results of the joint commission|"
     "an agreement on the avoidance of double taxation|"
     "the protection of cultural heritage|measures against trafficking in persons|"
     "the fight against climate change|the safety of nuclear installations|"
     "the exchange of students and teachers|the opening of a direct air connection|"
     "the reform of the consular service|the development of border infrastructure|"
     "the supply of agricultural machinery|a memorandum on industrial standards|"
     "the rights of persons with disabilities|the sustainable development goals|"
     "the implementation of the Charter|visa-free travel for short visits|"
     "the restoration of historic buildings|the work of the interparliamentary group|"
     "the prospects of trade in services|the situation in the region|"
     "the role of international organisations|a draft resolution of the General Assembly|"
     "humanitarian assistance to the affected provinces|"
     "the establishment of sister cities|research into renewable energy|"
     "the training of young diplomats|the digital archive of the Ministry",
     "at the headquarters of the organisation|during the working visit|"
     "on the margins of the conference|in the presence of business representatives|"
     "after consultations with the members of the working group|"
     "at the request of the participating States|"
     "in a constructive and friendly atmosphere|"
     "within the framework of the annual dialogue|before the opening of the exhibition|"
     "on the occasion of the thirtieth anniversary|"
     "in accordance with the agreed timetable|"
     "together with colleagues from neighbouring countries|"
     "at the university of the capital|with the support of regional authorities|"
     "in the course of the second session|at a briefing for the diplomatic corps|"
     "in an interview with the national press|following the exchange of credentials|"
     "without prejudice to earlier arrangements|in the interests of both peoples",
     "which was adopted by consensus|as had been agreed a year before|"
     "and invited the partners to a further round in the spring|"
     "a step that opens new opportunities for enterprises|"
     "noting the considerable growth of mutual investment|"
     "which remains the most difficult question|while leaving the details to the experts|"
     "and expressed confidence in a successful outcome|"
     "since the volume of trade has doubled within five years|"
     "in spite of the considerable distance between the two capitals",
     "Consultations held|Cooperation strengthened|Commission meets|Agreement signed|"
     "Dialogue continues|Visit concluded|Resolution adopted|Forum opened|"
     "Exhibition inaugurated|Programme approved|Partnership extended|Credentials presented",
     "United Nations|Bilateral relations|Consular news|Economy|Culture|"
     "Regional organisations",
     "in",
     "ba|be|bo|bra|bri|ca|chi|da|de|dra|el|er|fa|fi|ga|gen|go|ha|he|in|ja|ken|kir|la|le|"
     "lin|lo|ma|me|mon|na|nor|or|pa|pol|ra|ri|ro|sa|sta|su|ta|te|tro|ul|va|ve|vi|wo|za"},
    {"ru", "Минск", "Бюллетень внешней политики",
     "Министр|Заместитель министра|Посол|Глава делегации|Постоянный представитель|"
     "Председатель комиссии|Представитель министерства|Генеральный консул|"
     "Секретарь совета|Специальный посланник|Директор департамента|"
     "Руководитель торгового представительства|Докладчик|Губернатор провинции|"
     "Председатель ассамблеи|Советник по вопросам культуры|Уполномоченный|"
     "Каждый из участников|Организатор встречи|Временный поверенный в делах",
     "обсудил|приветствовал|подчеркнул|представил|рассмотрел|подтвердил|описал|предложил|"
     "изучил|открыл|отметил|поддержал|изложил|разъяснил|напомнил про|одобрил|подписал|"
     "оценил|затронул|согласовал",
     "состояние двусторонних отношений|график политических контактов|"
     "программу сотрудничества на ближайшие годы|итоги работы совместной комиссии|"
     "соглашение об избежании двойного налогообложения|охрану культурного наследия|"
     "меры противодействия торговле людьми|усилия по борьбе с изменением климата|"
     "безопасность ядерных установок|обмен студентами и преподавателями|"
     "открытие прямого воздушного сообщения|реформу консульской службы|"
     "развитие пограничной инфраструктуры|поставки сельскохозяйственной техники|"
     "меморандум о промышленных стандартах|права людей с инвалидностью|"
     "цели устойчивого развития|выполнение положений Устава|"
     "безвизовый режим для краткосрочных поездок|восстановление исторических зданий|"
     "деятельность межпарламентской группы|перспективы торговли услугами|"
     "обстановку в регионе|роль международных организаций|"
     "проект резолюции Генеральной Ассамблеи|гуманитарную помощь пострадавшим провинциям|"
     "установление побратимских связей городов|"
     "исследования в области возобновляемой энергетики|подготовку молодых дипломатов|"
     "цифровой архив министерства",
     "в штаб-квартире организации|в ходе рабочего визита|на полях конференции|"
     "в присутствии представителей деловых кругов|"
     "после консультаций с членами рабочей группы|по просьбе государств-участников|"
     "в конструктивной и дружественной атмосфере|в рамках ежегодного диалога|"
     "перед открытием выставки|по случаю тридцатой годовщины|"
     "в соответствии с согласованным графиком|вместе с коллегами из соседних государств|"
     "в столичном университете|при поддержке региональных властей|в ходе второй сессии|"
     "на брифинге для дипломатического корпуса|в интервью национальной прессе|"
     "после вручения верительных грамот|без ущерба для прежних договоренностей|"
     "в интересах обоих народов",
     "который был принят консенсусом|как было условлено годом ранее|"
     "и пригласил партнеров к новому раунду переговоров весной|"
     "что открывает новые возможности для предприятий|"
     "отметив значительный рост взаимных инвестиций|"
     "хотя этот вопрос остается самым трудным|оставив подробности экспертам|"
     "и выразил уверенность в успешном исходе|поскольку товарооборот за пять лет удвоился|"
     "несмотря на значительное расстояние между столицами",
     "Консультации состоялись|Сотрудничество укреплено|Заседание комиссии|"
     "Соглашение подписано|Диалог продолжается|Визит завершен|Резолюция принята|"
     "Форум открыт|Выставка начала работу|Программа одобрена|Партнерство продлено|"
     "Грамоты вручены",
     "Организация Объединенных Наций|Двусторонние отношения|Консульские новости|Экономика|"
     "Культура|Региональные организации",
     "в городе",
     "ба|ве|го|ди|же|за|ка|ки|ла|лу|ма|мо|на|не|по|ра|со|ста|та|ту|фе|ха|ча|бор|град|дар|"
     "мир|лес|бел|нов"},
    {"be", "Мінск", "Бюлетэнь знешняй палітыкі",
     "Міністр|Намеснік міністра|Пасол|Кіраўнік дэлегацыі|Пастаянны прадстаўнік|"
     "Старшыня камісіі|Прадстаўнік міністэрства|Генеральны консул|Сакратар савета|"
     "Спецыяльны пасланнік|Дырэктар дэпартамента|Кіраўнік гандлёвага прадстаўніцтва|"
     "Дакладчык|Губернатар правінцыі|Старшыня асамблеі|Саветнік па пытаннях культуры|"
     "Упаўнаважаны|Кожны з удзельнікаў|Арганізатар сустрэчы|Часовы павераны ў справах",
     "абмеркаваў|вітаў|падкрэсліў|прадставіў|разгледзеў|пацвердзіў|апісаў|прапанаваў|"
     "вывучыў|адкрыў|адзначыў|падтрымаў|выклаў|растлумачыў|адобрыў|падпісаў|ацаніў|"
     "закрануў|узгадніў|згадаў",
     "стан двухбаковых адносін|графік палітычных кантактаў|"
     "праграму супрацоўніцтва на бліжэйшыя гады|вынікі работы сумеснай камісіі|"
     "пагадненне аб пазбяганні двайнога падаткаабкладання|ахову культурнай спадчыны|"
     "меры процідзеяння гандлю людзьмі|намаганні па барацьбе са змяненнем клімату|"
     "бяспеку ядзерных установак|абмен студэнтамі і выкладчыкамі|"
     "адкрыццё прамых паветраных зносін|рэформу консульскай службы|"
     "развіццё памежнай інфраструктуры|пастаўкі сельскагаспадарчай тэхнікі|"
     "мемарандум аб прамысловых стандартах|правы людзей з інваліднасцю|"
     "мэты ўстойлівага развіцця|выкананне палажэнняў Статута|"
     "бязвізавы рэжым для кароткатэрміновых паездак|аднаўленне гістарычных будынкаў|"
     "дзейнасць міжпарламенцкай групы|перспектывы гандлю паслугамі|абстаноўку ў рэгіёне|"
     "ролю міжнародных арганізацый|праект рэзалюцыі Генеральнай Асамблеі|"
     "гуманітарную дапамогу пацярпелым правінцыям|аб’яднанне гарадоў-пабрацімаў|"
     "даследаванні ў галіне аднаўляльнай энергетыкі|падрыхтоўку маладых дыпламатаў|"
     "лічбавы архіў міністэрства",
     "у штаб-кватэры арганізацыі|падчас рабочага візіту|на палях канферэнцыі|"
     "у прысутнасці прадстаўнікоў дзелавых колаў|"
     "пасля кансультацый з членамі рабочай групы|па просьбе дзяржаў-удзельніц|"
     "у канструктыўнай і сяброўскай атмасферы|у рамках штогадовага дыялогу|"
     "перад адкрыццём выставы|з нагоды трыццатай гадавіны|"
     "у адпаведнасці з узгодненым графікам|разам з калегамі з суседніх дзяржаў|"
     "у сталічным універсітэце|пры падтрымцы рэгіянальных улад|падчас другой сесіі|"
     "на брыфінгу для дыпламатычнага корпуса|у інтэрв’ю нацыянальнай прэсе|"
     "пасля ўручэння даверчых грамат|без шкоды для ранейшых дамоўленасцей|"
     "у інтарэсах абодвух народаў",
     "які быў прыняты кансэнсусам|як было ўмоўлена годам раней|"
     "і запрасіў партнёраў да новага раунда перамоў вясной|"
     "што адкрывае новыя магчымасці для прадпрыемстваў|"
     "адзначыўшы значны рост узаемных інвестыцый|"
     "хоць гэтае пытанне застаецца самым цяжкім|пакінуўшы падрабязнасці экспертам|"
     "і выказаў упэўненасць у паспяховым выніку|"
     "паколькі тавараабарот за пяць гадоў падвоіўся|"
     "нягледзячы на значную адлегласць паміж сталіцамі",
     "Кансультацыі адбыліся|Супрацоўніцтва ўмацавана|Пасяджэнне камісіі|"
     "Пагадненне падпісана|Дыялог працягваецца|Візіт завершаны|Рэзалюцыя прынята|"
     "Форум адкрыты|Выстава пачала работу|Праграма адобрана|Партнёрства падоўжана|"
     "Граматы ўручаны",
     "Арганізацыя Аб’яднаных Нацый|Двухбаковыя адносіны|Консульскія навіны|Эканоміка|"
     "Культура|Рэгіянальныя арганізацыі",
     "у горадзе",
     "ба|ве|га|дзі|жа|за|ка|кі|ла|лу|ма|мо|на|не|па|ра|са|ста|та|ту|фе|ха|ча|бор|град|дар|"
     "мір|лес|бел|нов"},
};

#endif
