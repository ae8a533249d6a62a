/* Missions in which every field of the data is used, some of them rarely, as in life. */
#ifndef BENCH_GENERATE_MISSIONS_H
#define BENCH_GENERATE_MISSIONS_H

#include "generate_places.h"
#include "generate_random.h"

#include <stdio.h>
#include <string.h>

struct mission_kind {
    const char *type, *suffix;
    struct words name;
    bool of_city; /* the name says in which city */
    int share;    /* of a hundred */
    struct words rank;
};

static const struct mission_kind mission_kinds[] = {
    {"embassy", "emb",
     {"Embassy of the Republic of Belarus", "Посольство Республики Беларусь", "Пасольства Рэспублікі Беларусь"}, false, 34,
     {"Ambassador Extraordinary and Plenipotentiary", "Чрезвычайный и Полномочный Посол", "Надзвычайны і Паўнамоцны Пасол"}},
    {"honorary_consulate", "hc",
     {"Honorary Consulate of the Republic of Belarus", "Почетное консульство Республики Беларусь", "Ганаровае консульства Рэспублікі Беларусь"}, true, 22,
     {"Honorary Consul", "Почетный консул", "Ганаровы консул"}},
    {"consulate_general", "cg",
     {"Consulate General of the Republic of Belarus", "Генеральное консульство Республики Беларусь", "Генеральнае консульства Рэспублікі Беларусь"}, true, 14,
     {"Consul General", "Генеральный консул", "Генеральны консул"}},
    {"embassy_branch", "eb",
     {"Branch of the Embassy of the Republic of Belarus", "Отделение Посольства Республики Беларусь", "Аддзяленне Пасольства Рэспублікі Беларусь"}, true, 8,
     {"Counsellor", "Советник", "Саветнік"}},
    {"permanent_mission", "pm",
     {"Permanent Mission of the Republic of Belarus to International Organisations", "Постоянное представительство Республики Беларусь при международных организациях", "Пастаяннае прадстаўніцтва Рэспублікі Беларусь пры міжнародных арганізацыях"}, false, 5,
     {"Permanent Representative", "Постоянный представитель", "Пастаянны прадстаўнік"}},
    {"consulate", "co",
     {"Consulate of the Republic of Belarus", "Консульство Республики Беларусь", "Консульства Рэспублікі Беларусь"}, true, 6,
     {"Consul", "Консул", "Консул"}},
    {"vice_consulate", "vc",
     {"Vice-Consulate of the Republic of Belarus", "Вице-консульство Республики Беларусь", "Віцэ-консульства Рэспублікі Беларусь"}, true, 3,
     {"Vice-Consul", "Вице-консул", "Віцэ-консул"}},
    {"trade_mission", "tm",
     {"Trade Mission of the Republic of Belarus", "Торговое представительство Республики Беларусь", "Гандлёвае прадстаўніцтва Рэспублікі Беларусь"}, false, 4,
     {"Trade Representative", "Торговый представитель", "Гандлёвы прадстаўнік"}},
    {"delegation", "de",
     {"Permanent Delegation of the Republic of Belarus", "Постоянная делегация Республики Беларусь", "Пастаянная дэлегацыя Рэспублікі Беларусь"}, false, 2,
     {"Head of Delegation", "Глава делегации", "Кіраўнік дэлегацыі"}},
    {"interests_section", "is",
     {"Interests Section of the Republic of Belarus", "Секция интересов Республики Беларусь", "Секцыя інтарэсаў Рэспублікі Беларусь"}, false, 2,
     {"First Secretary", "Первый секретарь", "Першы сакратар"}},
};

static const struct words section_names[] = {
    {"Consular Section", "Консульский отдел", "Консульскі аддзел"},
    {"Trade and Economic Section", "Торгово-экономический отдел", "Гандлёва-эканамічны аддзел"},
    {"Office of the Defence Attaché", "Аппарат военного атташе", "Апарат ваеннага аташэ"},
    {"Press and Culture", "Отдел печати и культуры", "Аддзел друку і культуры"},
};
static const struct words purposes[] = {
    {"visas", "визы", "візы"},
    {"passports", "паспорта", "пашпарты"},
    {"legalisation", "легализация", "легалізацыя"},
    {"citizens", "прием граждан", "прыём грамадзян"},
};
static const struct words hour_notes[] = {
    {"by appointment", "по записи", "па запісе"},
    {"not in August", "кроме августа", "апрача жніўня"},
    {"closed on public holidays", "кроме праздничных дней", "апрача святочных дзён"},
};
static const struct words remarks[] = {
    {"Entrance from the yard, second floor.", "Вход со двора, второй этаж.", "Уваход з двара, другі паверх."},
    {"Letters only to the postal address.", "Письма направлять только на почтовый адрес.", "Лісты накіроўваць толькі на паштовы адрас."},
    {"Parking for visitors in the side street; the entrance has a ramp.", "Стоянка для посетителей в переулке; вход оборудован пандусом.", "Стаянка для наведвальнікаў у завулку; уваход абсталяваны пандусам."},
    {"Passport applications are taken until noon.", "Заявления на паспорта принимаются до полудня.", "Заявы на пашпарты прымаюцца да поўдня."},
};
static const struct words districts[] = {
    {"the northern provinces and the islands", "северные провинции и острова", "паўночныя правінцыі і астравы"},
    {"the city and the region around it", "город и прилегающая область", "горад і прылеглая вобласць"},
    {"the southern and western regions", "южные и западные регионы", "паўднёвыя і заходнія рэгіёны"},
};
static const struct words status_notes[] = {
    {"until further notice", "до особого уведомления", "да асобага паведамлення"},
    {"the building is under repair", "здание на ремонте", "будынак на рамонце"},
};
static const struct words national_days[] = {
    {"1 May", "1 мая", "1 мая"}, {"14 July", "14 июля", "14 ліпеня"}, {"26 October", "26 октября", "26 кастрычніка"},
    {"3 March", "3 марта", "3 сакавіка"}, {"15 August", "15 августа", "15 жніўня"}, {"1 December", "1 декабря", "1 снежня"},
};
static const char *const week[] = {"monday", "tuesday", "wednesday", "thursday", "friday"};

struct writer {
    FILE *out;
    struct dice dice;
};

/* ---- YAML ---- */

static void put_quoted(FILE *out, const char *text) {
    putc('"', out);
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            putc('\\', out);
        putc(*text, out);
    }
    putc('"', out);
}

static void put_words(FILE *out, struct words words) {
    fputs("{en: ", out);
    put_quoted(out, words.en);
    fputs(", ru: ", out);
    put_quoted(out, words.ru);
    fputs(", be: ", out);
    put_quoted(out, words.be);
    putc('}', out);
}

static void put_field(FILE *out, int indent, const char *key, struct words words) {
    fprintf(out, "%*s%s: ", indent, "", key);
    put_words(out, words);
    putc('\n', out);
}

/* ---- parts of a mission ---- */

static void put_phone(struct writer *writer, const struct place *place) {
    struct dice *dice = &writer->dice;
    fprintf(writer->out, "\"+%d (%d) %d-%02d-%02d\"", place->dial, dice_between(dice, 2, 89),
            dice_between(dice, 200, 999), dice_between(dice, 0, 99), dice_between(dice, 0, 99));
}

static void put_phones(struct writer *writer, int indent, const char *key, const struct place *place,
                       int most) {
    int count = dice_between(&writer->dice, 1, most);
    fprintf(writer->out, "%*s%s: [", indent, "", key);
    for (int i = 0; i < count; i++) {
        fputs(i ? ", " : "", writer->out);
        put_phone(writer, place);
    }
    fputs("]\n", writer->out);
}

/* A diplomat, or somebody of the country whose name stands in two scripts. */
static void put_person(struct writer *writer, const struct place *place, bool local,
                       struct words rank) {
    struct dice *dice = &writer->dice;
    FILE *out = writer->out;
    if (local) {
        const struct pair *person = &ONE_OF(dice, tongues[place->tongue].people);
        char name[200];
        if (person->local)
            snprintf(name, sizeof name, "%s (%s)", person->latin, person->local);
        else
            snprintf(name, sizeof name, "%s", person->latin);
        fputs("{name: ", out);
        put_quoted(out, name);
    } else {
        const struct words *given = &ONE_OF(dice, given_names), *family = &ONE_OF(dice, family_names);
        fprintf(out, "{name: {en: \"%s %s\", ru: \"%s %s\", be: \"%s %s\"}", given->en, family->en,
                given->ru, family->ru, given->be, family->be);
    }
    fputs(", rank: ", out);
    put_words(out, rank);
    fputs("}\n", out);
}

static void put_hours(struct writer *writer, int indent) {
    struct dice *dice = &writer->dice;
    FILE *out = writer->out;
    int rows = dice_between(dice, 1, 3);
    fprintf(out, "%*shours:\n", indent, "");
    for (int row = 0; row < rows; row++) {
        int first = dice_between(dice, 0, 4), last = dice_between(dice, first, 4);
        fprintf(out, "%*s- {days: [", indent + 2, "");
        for (int day = first; day <= last; day++)
            fprintf(out, "%s%s", day > first ? ", " : "", week[day]);
        int begin = dice_between(dice, 8, 10), end = dice_between(dice, 12, 13);
        fprintf(out, "], open: [\"%02d:%s-%02d:00\"", begin, dice_percent(dice, 50) ? "00" : "30", end);
        if (dice_percent(dice, 50))
            fprintf(out, ", \"%02d:00-%02d:30\"", end + 1, dice_between(dice, 16, 18));
        putc(']', out);
        if (row > 0) {
            fputs(", for: ", out);
            put_words(out, ONE_OF(dice, purposes));
        }
        if (dice_percent(dice, 20)) {
            fputs(", note: ", out);
            put_words(out, ONE_OF(dice, hour_notes));
        }
        fputs("}\n", out);
    }
}

static void put_section(struct writer *writer, const struct place *place, const char *slug) {
    struct dice *dice = &writer->dice;
    FILE *out = writer->out;
    fputs("      - name: ", out);
    put_words(out, ONE_OF(dice, section_names));
    putc('\n', out);
    put_phones(writer, 8, "phone", place, 2);
    if (dice_percent(dice, 40)) {
        fputs("        fax: ", out);
        put_phone(writer, place);
        putc('\n', out);
    }
    if (dice_percent(dice, 60))
        fprintf(out, "        email: [section%d.%s@mfa.example]\n", dice_between(dice, 1, 9), slug);
    if (dice_percent(dice, 40)) {
        fputs("        head: ", out);
        put_person(writer, place, false,
                   (struct words){"First Secretary", "Первый секретарь", "Першы сакратар"});
    }
    if (dice_percent(dice, 40))
        put_hours(writer, 8);
    if (dice_percent(dice, 15))
        put_field(out, 8, "note", ONE_OF(dice, remarks));
}

static void put_address(struct writer *writer, const struct place *place) {
    struct dice *dice = &writer->dice;
    FILE *out = writer->out;
    const struct tongue *tongue = &tongues[place->tongue];
    const struct pair *street = &ONE_OF(dice, tongue->streets);
    int number = dice_between(dice, 1, 180), code = dice_between(dice, 10000, 99999);
    char line[300];
    snprintf(line, sizeof line, tongue->format, street->latin, number);
    fputs("    address:\n      - ", out);
    put_quoted(out, line);
    fprintf(out, "\n      - {en: \"%d %s\", ru: \"%d %s\", be: \"%d %s\"}\n", code, place->city.en,
            code, place->city.ru, code, place->city.be);
    if (tongue->local_format) {
        snprintf(line, sizeof line, tongue->local_format, street->local, number);
        fputs("    address_local: [", out);
        if (dice_percent(dice, 30)) {
            put_quoted(out, tongue->embassy);
            fputs(", ", out);
        }
        put_quoted(out, line);
        fprintf(out, ", \"%d %s\"]\n", code, place->local);
    }
    if (dice_percent(dice, 10))
        fprintf(out, "    postal_address: [\"P. O. Box %d\", \"%d %s\"]\n", dice_between(dice, 10, 9999),
                code, place->city.en);
}

static void put_accreditations(struct writer *writer, const struct place *place) {
    const char *said[3];
    int count = 0, wanted = dice_between(&writer->dice, 1, 3);
    fputs("    accredited_to: [", writer->out);
    for (int i = 0; i < wanted; i++) {
        const char *code = ONE_OF(&writer->dice, places).country;
        bool fresh = strcmp(code, place->country) != 0;
        for (int k = 0; k < count; k++)
            fresh = fresh && strcmp(code, said[k]) != 0;
        if (!fresh)
            continue;
        fprintf(writer->out, "%s%s", count ? ", " : "", code);
        said[count++] = code;
    }
    fputs("]\n", writer->out);
}

static void put_contacts(struct writer *writer, const struct place *place, const char *slug) {
    struct dice *dice = &writer->dice;
    FILE *out = writer->out;
    put_phones(writer, 4, "phone", place, 3);
    if (dice_percent(dice, 20))
        put_phones(writer, 4, "emergency_phone", place, 1);
    if (dice_percent(dice, 70))
        put_phones(writer, 4, "fax", place, 2);
    fprintf(out, "    email: [%s@mfa.example%s%s%s]\n", slug, dice_percent(dice, 30) ? ", consul." : "",
            "", "");
    if (dice_percent(dice, 70))
        fprintf(out, "    website: https://%s.mfa.example\n", slug);
    if (dice_percent(dice, 15))
        fprintf(out, "    social: [\"t.me/%s\", \"instagram.com/%s\"]\n", slug, slug);
}

static void put_status(struct writer *writer) {
    static const char *const statuses[] = {"suspended", "elsewhere", "open", "closed"};
    fprintf(writer->out, "    status: %s\n", ONE_OF(&writer->dice, statuses));
    put_field(writer->out, 4, "status_note", ONE_OF(&writer->dice, status_notes));
}

static void put_facts(struct writer *writer, const struct place *place) {
    struct dice *dice = &writer->dice;
    FILE *out = writer->out;
    if (dice_percent(dice, 20))
        put_field(out, 4, "district", ONE_OF(dice, districts));
    if (dice_percent(dice, 15))
        put_accreditations(writer, place);
    if (dice_percent(dice, 10))
        put_field(out, 4, "national_day", ONE_OF(dice, national_days));
    if (dice_percent(dice, 40))
        fprintf(out, "    time_zone: %s\n", place->zone);
    if (dice_percent(dice, 6))
        put_status(writer);
    if (dice_percent(dice, 40))
        fprintf(out, dice_percent(dice, 50) ? "    opened: %d\n" : "    opened: %d-%02d\n",
                dice_between(dice, 1992, 2019), dice_between(dice, 1, 12));
    if (dice_percent(dice, 12))
        put_field(out, 4, "note", ONE_OF(dice, remarks));
    fprintf(out, "    as_of: %d-%02d-%02d\n", dice_between(dice, 2020, 2026), dice_between(dice, 1, 10),
            dice_between(dice, 1, 28));
    fprintf(out, "    sources: [S%d]\n", dice_between(dice, 1, 9));
}

static const struct mission_kind *mission_kind(struct dice *dice) {
    int share = dice_between(dice, 1, 100);
    size_t i = 0;
    while (i + 1 < COUNT(mission_kinds) && share > mission_kinds[i].share)
        share -= mission_kinds[i++].share;
    return &mission_kinds[i];
}

static void put_name(FILE *out, const struct mission_kind *kind, const struct place *place) {
    if (!kind->of_city) {
        put_field(out, 4, "name", kind->name);
        return;
    }
    char en[200], ru[300], be[300];
    snprintf(en, sizeof en, "%s in %s", kind->name.en, place->city.en);
    snprintf(ru, sizeof ru, "%s, г. %s", kind->name.ru, place->city.ru);
    snprintf(be, sizeof be, "%s, г. %s", kind->name.be, place->city.be);
    put_field(out, 4, "name", (struct words){en, ru, be});
}

static void put_mission(struct writer *writer, int number) {
    struct dice *dice = &writer->dice;
    FILE *out = writer->out;
    const struct place *place = &ONE_OF(dice, places);
    const struct mission_kind *kind = mission_kind(dice);
    bool honorary = strcmp(kind->type, "honorary_consulate") == 0;
    char slug[100];
    snprintf(slug, sizeof slug, "%s-%s-%d", place->slug, kind->suffix, number);
    fprintf(out, "\n  - id: %s\n    type: %s\n    country: %s\n", slug, kind->type, place->country);
    put_field(out, 4, "city", place->city);
    put_field(out, 4, "region", regions[place->region]);
    put_name(out, kind, place);
    put_address(writer, place);
    put_contacts(writer, place, slug);
    if (dice_percent(dice, 80)) {
        fputs("    head: ", out);
        put_person(writer, place, honorary, kind->rank);
    }
    if (dice_percent(dice, 30)) {
        fputs("    sections:\n", out);
        for (int i = dice_between(dice, 1, 2); i > 0; i--)
            put_section(writer, place, slug);
    }
    if (dice_percent(dice, 50))
        put_hours(writer, 4);
    put_facts(writer, place);
}

#endif
