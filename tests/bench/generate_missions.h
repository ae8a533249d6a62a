/* Missions: every field of a mission, about as often as lists of ministries have it: 10 000 take
 * about 1 100 pages. How long ago each fact is from is as rare as in the sample data. */
#ifndef GENERATE_MISSIONS_H
#define GENERATE_MISSIONS_H

#include "generate_output.h"
#include "generate_places.h"
#include "generate_random.h"

enum { MISSIONS_A_FILE = 500, MOST_A_COUNTRY = 40, SOURCES = 24 };

/* ---- kinds ---- */

struct kind {
    const char *word, *suffix;
    unsigned weight;
    const char *en, *ru, *be;
    bool staffed; /* by diplomats of the sending State */
};

static const struct kind kinds[] = {
    {"embassy", "emb", 8, "Embassy of the Republic of Belarus", "Посольство Республики Беларусь",
     "Пасольства Рэспублікі Беларусь", true},
    {"embassy_branch", "br", 4, "Branch of the Embassy of the Republic of Belarus",
     "Отделение Посольства Республики Беларусь", "Аддзяленне Пасольства Рэспублікі Беларусь", true},
    {"permanent_mission", "pm", 3, "Permanent Mission of the Republic of Belarus",
     "Постоянное представительство Республики Беларусь",
     "Пастаяннае прадстаўніцтва Рэспублікі Беларусь", true},
    {"delegation", "del", 1, "Permanent Delegation of the Republic of Belarus",
     "Постоянная делегация Республики Беларусь", "Пастаянная дэлегацыя Рэспублікі Беларусь", true},
    {"consulate_general", "cg", 17, "Consulate General of the Republic of Belarus",
     "Генеральное консульство Республики Беларусь", "Генеральнае консульства Рэспублікі Беларусь",
     true},
    {"consulate", "con", 15, "Consulate of the Republic of Belarus",
     "Консульство Республики Беларусь", "Консульства Рэспублікі Беларусь", true},
    {"vice_consulate", "vc", 3, "Vice Consulate of the Republic of Belarus",
     "Вице-консульство Республики Беларусь", "Віцэ-консульства Рэспублікі Беларусь", true},
    {"honorary_consulate", "hc", 43, "Honorary Consulate of the Republic of Belarus",
     "Почетное консульство Республики Беларусь", "Ганаровае консульства Рэспублікі Беларусь",
     false},
    {"trade_mission", "tm", 4, "Trade Mission of the Republic of Belarus",
     "Торговое представительство Республики Беларусь",
     "Гандлёвае прадстаўніцтва Рэспублікі Беларусь", true},
    {"interests_section", "is", 1, "Interests Section of the Republic of Belarus",
     "Секция интересов Республики Беларусь", "Секцыя інтарэсаў Рэспублікі Беларусь", true},
};

static const char *const parts_of_world[] = {
    [AFRICA] = "{en: Africa, ru: Африка, be: Афрыка}",
    [AMERICAS] = "{en: Americas, ru: Америка, be: Амерыка}",
    [ASIA] = "{en: Asia, ru: Азия, be: Азія}",
    [EUROPE] = "{en: Europe, ru: Европа, be: Еўропа}",
    [OCEANIA] = "{en: Oceania, ru: Океания, be: Акіянія}",
};

static const char *const ranks[] = {
    ("{en: Ambassador Extraordinary and Plenipotentiary, ru: Чрезвычайный и Полномочный Посол, "
     "be: Надзвычайны і Паўнамоцны Пасол}"),
    "{en: Chargé d’Affaires a.i., ru: Временный поверенный в делах, be: Часовы павераны ў справах}",
    "{en: Minister-Counsellor, ru: Советник-посланник, be: Дарадца-пасланнік}",
    "{en: Counsellor, ru: Советник, be: Дарадца}",
    "{en: First Secretary, ru: Первый секретарь, be: Першы сакратар}",
    "{en: Consul General, ru: Генеральный консул, be: Генеральны консул}",
    "{en: Consul, ru: Консул, be: Консул}",
    "{en: Third Secretary, ru: Третий секретарь, be: Трэці сакратар}",
};
enum { RANKS = sizeof ranks / sizeof *ranks };

static const char *const section_names[] = {
    "{en: Consular Section, ru: Консульский отдел, be: Консульскі аддзел}",
    ("{en: Trade and Economic Section, ru: Торгово-экономический отдел, be: Гандлёва-эканамічны "
     "аддзел}"),
    "{en: Press and Culture, ru: Пресса и культура, be: Прэса і культура}",
    "{en: Defence Attaché, ru: Военный атташе, be: Ваенны аташэ}",
    "{en: Chancery, ru: Канцелярия, be: Канцылярыя}",
};
enum { SECTIONS = sizeof section_names / sizeof *section_names };

static const char *const purposes[] = {
    "{en: visas, ru: визы, be: візы}",
    "{en: passports, ru: паспорта, be: пашпарты}",
    "{en: legalisation of documents, ru: легализация документов, be: легалізацыя дакументаў}",
    "{en: enquiries by telephone, ru: справки по телефону, be: даведкі па тэлефоне}",
    "{en: collection of documents, ru: выдача документов, be: выдача дакументаў}",
};
enum { PURPOSES = sizeof purposes / sizeof *purposes };

static const char sending_given[] =
    "Aliaksei|Volha|Siarhei|Natallia|Dzmitry|Iryna|Maksim|Sviatlana|Yauhen|Hanna|Uladzislau|"
    "Katsiaryna|"
    "Pavel|Maryna|Viktar|Tatsiana|Raman|Darya|Mikalai|Alena|Kanstantsin|Palina|Ihar|Zinaida";
static const char sending_family[] =
    "Azarovich|Barysevich-Lis|Vialichka|Harbuzovich|Dabravolin|Zhyvitsa|Zelianok|Kavalionak|"
    "Krynichny|"
    "Lapatsin|Makavets|Navahrudzin|Padlipski|Rabtsevich|Skarynin|Tsiareshka|Ulasiuk|Charotka|"
    "Shypshyn|"
    "Yasianovich|Astapkin|Bulavets|Hrynkevich-Sad|Dubovik|Kalinkavets|Marozik|Palianin|Rudabelka";
static const char notes[] =
    "Entrance from the yard; ring at the second gate.|Closed on the public holidays of both "
    "countries.|Visitors are received by appointment only, made by telephone or on the "
    "website.|The "
    "building is accessible to wheelchairs by the side entrance.|Letters for the Consular Section "
    "are "
    "to be marked “Consular matter”.|Applications by post are accepted against prepaid return "
    "postage; "
    "the usual time is ten working days.|The post moved here from the old town; the former "
    "telephone "
    "numbers are no longer in use.|Parking is not permitted in front of the building.";
static const char district_words[] =
    "Northern Province|Southern Province|Coastal Region|Lake District|Western Highlands|Central "
    "Plain|Eastern Territories|Free Port|Upper Valley|Lower Valley|Islands|Metropolitan Area";

/* ---- the words of one way of naming ---- */

struct naming {
    struct words stems, qualifiers, streets, given, family;
    const struct manner *manner;
};

struct mission_maker {
    struct generator *generator;
    struct buffer out;
    struct naming namings[MANNERS];
    struct words given, family, notes, districts;
};

struct place {
    struct str latin, local; /* local.length 0: none of its own */
};

static struct place place_split(struct str s) {
    size_t at = str_find(s, STR("="));
    return at == SIZE_MAX ? (struct place){s, {0}}
                          : (struct place){str_part(s, 0, at), str_part(s, at + 1, SIZE_MAX)};
}

static struct str fill(struct arena *arena, struct str pattern, const char *key, struct str value) {
    return str_replace(arena, pattern, str_from(key), value);
}

static struct place city_of(struct mission_maker *maker, const struct country *country, bool seat) {
    struct random *random = &maker->generator->random;
    struct arena *arena = maker->generator->arena;
    if (seat || chance(random, 15))
        return place_split(str_from(country->capital));
    const struct naming *naming = &maker->namings[country->manner];
    struct place stem = place_split(pick(random, &naming->stems));
    struct place pattern = place_split(pick(random, &naming->qualifiers));
    struct place city = {fill(arena, pattern.latin, "{c}", stem.latin), {0}};
    if (pattern.local.length)
        city.local = fill(arena, pattern.local, "{c}", stem.local);
    return city;
}

/* ---- parts of a mission ---- */

struct address {
    struct str city, street, number, postcode;
};

static void address_lines(struct mission_maker *maker, const char *key, struct str pattern,
                          const struct address *address) {
    struct arena *arena = maker->generator->arena;
    struct str line = fill(arena, pattern, "{c}", address->city);
    line = fill(arena, line, "{s}", address->street);
    line = fill(arena, line, "{n}", address->number);
    line = fill(arena, line, "{p}", address->postcode);
    struct words lines = words_split(arena, line.at);
    buffer_print(&maker->out, "    %s:\n", key);
    for (size_t i = 0; i < lines.count; i++) {
        buffer_text(&maker->out, "      - ");
        quoted(&maker->out, lines.at[i]);
        buffer_text(&maker->out, "\n");
    }
}

static void addresses(struct mission_maker *maker, const struct country *country,
                      struct place city) {
    struct random *random = &maker->generator->random;
    struct arena *arena = maker->generator->arena;
    const struct naming *naming = &maker->namings[country->manner];
    struct place street = place_split(pick(random, &naming->streets));
    struct address address = {.city = city.latin, .street = street.latin};
    unsigned house = between(random, 1, 240), part = between(random, 1, 9);
    bool parted = chance(random, 15);
    address.number =
        parted ? str_print(arena, "%u/%u", house, part) : str_print(arena, "%u", house);
    address.postcode = str_print(arena, "%05u", between(random, 10000, 99999));
    if (chance(random, 92))
        address_lines(maker, "address", str_from(naming->manner->address), &address);
    address.street = street.local;
    address.city = city.local.length ? city.local : city.latin;
    if (naming->manner->local && street.local.length && chance(random, 60))
        address_lines(maker, "address_local", str_from(naming->manner->local), &address);
    if (chance(random, 8))
        buffer_print(&maker->out, "    postal_address: [\"P. O. Box %u\", \"%.*s\"]\n",
                     between(random, 10, 9999), STR_ARGS(city.latin));
}

static void phone_text(struct mission_maker *maker, unsigned calling, const char *remark) {
    struct random *random = &maker->generator->random;
    struct buffer *out = &maker->out;
    unsigned area = between(random, 2, 98), a = between(random, 100, 999);
    unsigned b = below(random, 100), c = below(random, 100);
    switch (calling % 4) {
    case 0:
        buffer_print(out, "\"+%u %u %03u %02u%02u%s\"", calling, area, a, b, c, remark);
        break;
    case 1:
        buffer_print(out, "\"+%u (%u) %03u-%02u-%02u%s\"", calling, area, a, b, c, remark);
        break;
    case 2:
        buffer_print(out, "\"+%u-%u-%03u-%02u%02u%s\"", calling, area, a, b, c, remark);
        break;
    default:
        buffer_print(out, "\"+%u %02u %02u %02u %03u%s\"", calling, area, b, c, a, remark);
        break;
    }
}

static void phones(struct mission_maker *maker, const char *key, unsigned calling, unsigned most) {
    struct random *random = &maker->generator->random;
    buffer_print(&maker->out, "    %s: [", key);
    for (unsigned i = 0, count = between(random, 1, most); i < count; i++) {
        buffer_text(&maker->out, i ? ", " : "");
        phone_text(maker, calling, i && chance(random, 20) ? " (visas)" : "");
    }
    buffer_text(&maker->out, "]\n");
}

static void person(struct mission_maker *maker, const struct words *given,
                   const struct words *family, const char *rank) {
    struct random *random = &maker->generator->random;
    struct str first = pick(random, given), last = pick(random, family);
    buffer_print(&maker->out, "head: {name: \"%.*s %.*s\"", STR_ARGS(first), STR_ARGS(last));
    if (rank)
        buffer_print(&maker->out, ", rank: %s", rank);
    buffer_text(&maker->out, "}\n");
}

static void hours(struct mission_maker *maker, const char *indent) {
    static const char *const days[] = {"[monday, tuesday, wednesday, thursday, friday]",
                                       "[monday, wednesday, friday]",
                                       "[tuesday, thursday]",
                                       "[monday, tuesday, wednesday, thursday]",
                                       "[friday]",
                                       "[sunday, monday, tuesday, wednesday, thursday]"};
    struct random *random = &maker->generator->random;
    struct buffer *out = &maker->out;
    buffer_print(out, "%shours:\n", indent);
    for (unsigned i = 0, count = between(random, 1, 2); i < count; i++) {
        unsigned open = between(random, 8, 10), noon = between(random, 12, 13);
        buffer_print(out, "%s  - days: %s\n", indent,
                     days[below(random, sizeof days / sizeof *days)]);
        const char *past = chance(random, 30) ? "30" : "00";
        buffer_print(out, "%s    open: [\"%02u:%s-%02u:00\"", indent, open, past, noon);
        unsigned end = between(random, 16, 18);
        if (chance(random, 45))
            buffer_print(out, ", \"%02u:00-%02u:%s\"", noon + 1, end, past);
        buffer_text(out, "]\n");
        if (chance(random, 35))
            buffer_print(out, "%s    for: %s\n", indent, purposes[below(random, PURPOSES)]);
        if (chance(random, 12))
            buffer_print(out, "%s    note: by appointment\n", indent);
    }
}

static void sections(struct mission_maker *maker, const struct country *country, unsigned serial) {
    struct random *random = &maker->generator->random;
    struct buffer *out = &maker->out;
    buffer_text(out, "    sections:\n");
    for (unsigned i = 0, count = between(random, 1, 3); i < count; i++) {
        buffer_print(out, "      - name: %s\n", section_names[(i + below(random, 2)) % SECTIONS]);
        buffer_text(out, "        phone: [");
        phone_text(maker, country->calling, "");
        buffer_text(out, "]\n");
        if (chance(random, 30)) {
            buffer_text(out, "        fax: ");
            phone_text(maker, country->calling, "");
            buffer_text(out, "\n");
        }
        if (chance(random, 60))
            buffer_print(out, "        email: [section%u.%u@mfa.example]\n", i + 1, serial);
        if (chance(random, 30)) {
            buffer_text(out, "        ");
            person(maker, &maker->given, &maker->family, ranks[between(random, 3, RANKS - 1)]);
        }
        if (chance(random, 40))
            hours(maker, "        ");
        if (chance(random, 10))
            buffer_text(out, "    "), field(out, "note", pick(random, &maker->notes));
    }
}

static void accreditations(struct mission_maker *maker, const struct country *country) {
    struct random *random = &maker->generator->random;
    size_t home = (size_t)(country - countries);
    buffer_text(&maker->out, "    accredited_to: [");
    size_t other = home;
    for (unsigned i = 0, count = between(random, 1, 4); i < count; i++) {
        other = (other + between(random, 1, 40)) % COUNTRIES; /* 160 at most: never home again */
        buffer_print(&maker->out, "%s\"%s\"", i ? ", " : "", countries[other].code);
    }
    buffer_text(&maker->out, "]\n");
}

static void contacts(struct mission_maker *maker, const struct country *country,
                     const struct kind *kind, const char *id, unsigned serial) {
    struct random *random = &maker->generator->random;
    struct buffer *out = &maker->out;
    if (chance(random, 95))
        phones(maker, "phone", country->calling, 2);
    if (chance(random, kind->staffed ? 40 : 5))
        phones(maker, "emergency_phone", country->calling, 1);
    if (chance(random, 30))
        phones(maker, "fax", country->calling, 1);
    if (chance(random, 90))
        buffer_print(out, "    email: [%s@mfa.example%s]\n", id,
                     serial % 7 == 0 ? ", visa@mfa.example" : "");
    if (chance(random, kind->staffed ? 80 : 15))
        buffer_print(out, "    website: https://%s.mfa.example\n", id);
    if (chance(random, 25))
        buffer_print(out, "    social: [t.me/mission_%u]\n", serial);
}

static void history(struct mission_maker *maker, const struct country *country) {
    struct random *random = &maker->generator->random;
    struct buffer *out = &maker->out;
    if (chance(random, 10))
        buffer_text(out, "    national_day: {en: 3 July, ru: 3 июля, be: 3 ліпеня}\n");
    if (chance(random, 15))
        buffer_print(out, "    time_zone: %s\n", country->zone);
    if (chance(random, 4)) {
        static const char *const statuses[] = {"suspended", "closed", "elsewhere"};
        unsigned day = between(random, 1, 31), year = between(random, 2010, 2026);
        buffer_print(out, "    status: %s\n", statuses[below(random, 3)]);
        buffer_print(out, "    status_note: from %u March %u\n", day, year);
    }
    unsigned year = between(random, 1992, 2025), month = between(random, 1, 12);
    if (chance(random, 12))
        buffer_print(out, "    opened: %u\n", year);
    else if (chance(random, 6))
        buffer_print(out, "    opened: %u-%02u-%02u\n", year, month, between(random, 1, 28));
    if (chance(random, 12))
        field(out, "note", pick(random, &maker->notes));
    if (chance(random, 25))
        buffer_print(out, "    as_of: %u-%02u\n", between(random, 2014, 2026), month);
    buffer_print(out, "    sources: [S%u", between(random, 1, SOURCES / 2));
    if (chance(random, 20))
        buffer_print(out, ", S%u", between(random, SOURCES / 2 + 1, SOURCES));
    buffer_text(out, "]\n");
}

static void head(struct mission_maker *maker, const struct country *country,
                 const struct kind *kind) {
    struct random *random = &maker->generator->random;
    const struct naming *naming = &maker->namings[country->manner];
    buffer_text(&maker->out, "    ");
    if (!kind->staffed)
        person(maker, &naming->given, &naming->family,
               "{en: Honorary Consul, ru: Почетный консул, be: Ганаровы консул}");
    else if (strcmp(kind->word, "embassy") == 0)
        person(maker, &maker->given, &maker->family, ranks[chance(random, 80) ? 0 : 1]);
    else
        person(maker, &maker->given, &maker->family, ranks[between(random, 2, RANKS - 1)]);
}

static void district(struct mission_maker *maker) {
    struct random *random = &maker->generator->random;
    struct str a = pick(random, &maker->districts), b = pick(random, &maker->districts);
    buffer_print(&maker->out, "    district: \"%.*s", STR_ARGS(a));
    if (!str_equal(a, b))
        buffer_print(&maker->out, " and %.*s", STR_ARGS(b));
    buffer_text(&maker->out, "\"\n");
}

static const struct kind *kind_of(struct random *random, bool seat) {
    unsigned sum = 0;
    if (seat)
        return &kinds[0];
    for (size_t i = 1; i < sizeof kinds / sizeof *kinds; i++)
        sum += kinds[i].weight;
    unsigned draw = below(random, sum);
    const struct kind *kind = &kinds[1];
    while (draw >= kind->weight)
        draw -= kind++->weight;
    return kind;
}

static void mission(struct mission_maker *maker, const struct country *country, unsigned serial) {
    struct random *random = &maker->generator->random;
    struct buffer *out = &maker->out;
    bool seat = serial == 1;
    const struct kind *kind = kind_of(random, seat);
    char id[32];
    snprintf(id, sizeof id, "%c%c-%u-%s", country->code[0] | 32, country->code[1] | 32, serial,
             kind->suffix);
    struct place city = city_of(maker, country, seat);
    buffer_print(out, "  - id: %s\n    type: %s\n    country: \"%s\"\n", id, kind->word,
                 country->code);
    if ((country - countries) % 60 == 8)
        buffer_print(out, "    country_name: \"Republic of %s\"\n", country->name);
    field(out, "city", city.latin);
    buffer_print(out, "    region: %s\n", parts_of_world[country->part]);
    buffer_print(out, "    name:\n      en: %s\n      ru: %s\n      be: %s\n", kind->en, kind->ru,
                 kind->be);
    addresses(maker, country, city);
    contacts(maker, country, kind, id, serial);
    if (chance(random, 85))
        head(maker, country, kind);
    if (chance(random, kind->staffed ? 25 : 2))
        sections(maker, country, serial);
    if (chance(random, kind->staffed ? 60 : 35))
        hours(maker, "    ");
    if (!seat && chance(random, kind->staffed ? 30 : 50))
        district(maker);
    if (seat && chance(random, 40))
        accreditations(maker, country);
    history(maker, country);
    buffer_text(out, "\n");
}

/* ---- all of them ---- */

/* 1 to 40 a country in proportion to a draw that is rarely large; where more are wanted than that
 * gives, all countries get more. */
static void counts_draw(struct random *random, size_t total, size_t counts[COUNTRIES]) {
    size_t weights[COUNTRIES], sum = 0, given = 0;
    for (size_t i = 0; i < COUNTRIES; i++) {
        uint32_t draw = between(random, 1, MOST_A_COUNTRY);
        weights[i] = 1 + draw * draw / MOST_A_COUNTRY;
        sum += weights[i];
    }
    for (size_t i = 0; i < COUNTRIES; i++) {
        size_t share = total * weights[i] / sum;
        counts[i] = share ? share : given < total;
        if (counts[i] > total - given)
            counts[i] = total - given;
        given += counts[i];
    }
    for (size_t i = 0; given < total; i = (i + 1) % COUNTRIES, given++)
        counts[i]++;
}

static void ministry_write(struct generator *generator) {
    folder_need(generator, "missions");
    file_write(
        path_of(generator, "missions/ministry.yaml"),
        str_from("missions:\n"
                 "  - id: by-minsk-mfa\n"
                 "    type: ministry\n"
                 "    country: BY\n"
                 "    city: {en: Minsk, ru: Минск, be: Мінск}\n"
                 "    region: {en: Europe, ru: Европа, be: Еўропа}\n"
                 "    name:\n"
                 "      en: Ministry of Foreign Affairs of the Republic of Belarus\n"
                 "      ru: Министерство иностранных дел Республики Беларусь\n"
                 "      be: Міністэрства замежных спраў Рэспублікі Беларусь\n"
                 "    address:\n"
                 "      - {en: \"19 Lenin Street\", ru: \"ул. Ленина, 19\", be: \"вул. Леніна, "
                 "19\"}\n"
                 "      - {en: Minsk, ru: Минск, be: Мінск}\n"
                 "    website: https://mfa.example\n"));
}

static void sources_write(struct generator *generator) {
    struct buffer out = {0};
    buffer_text(&out, "sources:\n");
    for (unsigned i = 1; i <= SOURCES; i++)
        buffer_print(&out, "  S%u: \"Synthetic list no. %u, made for measuring\"\n", i, i);
    file_flush(&out, path_of(generator, "missions/sources.yaml"));
    buffer_free(&out);
}

static void directory_write(struct generator *generator, size_t count) {
    struct buffer out = {0};
    folder_need(generator, "directories");
    buffer_print(&out,
                 "id: missions\n"
                 "title:\n"
                 "  en: Diplomatic Missions\n"
                 "  ru: Дипломатические представительства\n"
                 "  be: Дыпламатычныя прадстаўніцтвы\n"
                 "state: {en: Republic of Belarus, ru: Республика Беларусь, be: Рэспубліка "
                 "Беларусь}\n"
                 "issuer: by-minsk-mfa\n"
                 "as_of: 2026-11-24\n"
                 "languages: [%s]\n"
                 "disclaimer: \"%zu synthetic missions, made for measuring.\"\n"
                 "order: country\n"
                 "indexes: [city, country, head]\n"
                 "totals: true\n"
                 "legend: true\n",
                 generator->language, count);
    file_flush(&out, path_of(generator, "directories/missions.yaml"));
    buffer_free(&out);
}

static void naming_load(struct naming *naming, const struct manner *manner, struct arena *arena) {
    *naming =
        (struct naming){words_split(arena, manner->stems),   words_split(arena, manner->qualifiers),
                        words_split(arena, manner->streets), words_split(arena, manner->given),
                        words_split(arena, manner->family),  manner};
}

static void missions_generate(struct generator *generator, size_t total) {
    struct mission_maker maker = {.generator = generator};
    struct arena *arena = generator->arena;
    for (size_t i = 0; i < MANNERS; i++)
        naming_load(&maker.namings[i], &manners[i], arena);
    maker.given = words_split(arena, sending_given);
    maker.family = words_split(arena, sending_family);
    maker.notes = words_split(arena, notes);
    maker.districts = words_split(arena, district_words);
    size_t counts[COUNTRIES], made = 0;
    counts_draw(&generator->random, total, counts);
    ministry_write(generator);
    sources_write(generator);
    directory_write(generator, total);
    for (size_t i = 0; i < COUNTRIES; i++)
        for (size_t k = 0; k < counts[i]; k++) {
            if (made % MISSIONS_A_FILE == 0)
                buffer_text(&maker.out, "missions:\n");
            struct arena_mark mark = arena_mark(arena);
            mission(&maker, &countries[i], (unsigned)k + 1);
            arena_rewind(arena, mark);
            if (++made % MISSIONS_A_FILE == 0 || made == total)
                file_flush(&maker.out, path_of(generator, "missions/%04zu.yaml",
                                               (made - 1) / MISSIONS_A_FILE + 1));
        }
    buffer_free(&maker.out);
}

#endif
