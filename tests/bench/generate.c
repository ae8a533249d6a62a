/* Writes a complete synthetic project: a directory of many missions, or a bulletin of many
 * releases.
 *
 *   generate missions N SEED DIR
 *   generate releases N SEED DIR [LANG]
 *
 * The same arguments give the same bytes. Words, names and numbers are made up; nobody named in
 * them is a person. DIR/data gets labels, themes and profiles from the sample in
 * SOURCE_FOLDER/data. */
#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "generate_words.h"

/* ---- chance: splitmix64 (Steele, Lea and Flood 2014) ---- */

static uint64_t chance_state;

static uint64_t chance(void) {
    uint64_t z = (chance_state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static unsigned below(unsigned limit) {
    return (unsigned)(chance() % limit);
}

static bool one_in(unsigned n) {
    return below(n) == 0;
}

static const char *pick(const struct words *words) {
    return words->at[below((unsigned)words->count)];
}

/* ---- files ---- */

static struct arena *arena;

static FILE *create(struct str folder, const char *name) {
    struct str path = path_join(arena, folder, str_from(name));
    FILE *out = fopen(path.at, "wb");
    if (!out) {
        perror(path.at);
        exit(EXIT_FAILURE);
    }
    return out;
}

static void finish(FILE *out) {
    if (ferror(out) || fclose(out) != 0) {
        perror("generate");
        exit(EXIT_FAILURE);
    }
}

static struct str folder_new(struct str parent, const char *name) {
    struct str path = path_join(arena, parent, str_from(name));
    if (!folder_make(path.at)) {
        perror(path.at);
        exit(EXIT_FAILURE);
    }
    return path;
}

static void copy_file(struct str from, struct str to, const char *name) {
    struct mapping mapping;
    struct str path = path_join(arena, from, str_from(name));
    struct diag *diag = diag_new(arena);
    if (!mapping_open(&mapping, path.at, (struct span){0}, diag)) {
        diag_print(diag, stderr);
        exit(EXIT_FAILURE);
    }
    FILE *out = create(to, name);
    fwrite(mapping.bytes.at, 1, mapping.bytes.length, out);
    finish(out);
    mapping_close(&mapping);
}

static struct str project_new(const char *folder) {
    struct str data = folder_new(str_from(folder), "data");
    struct str sample = STR(SOURCE_FOLDER "/data");
    static const char *const names[] = {"labels.yaml", "theme.yaml", "theme-directory.yaml"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        copy_file(sample, data, names[i]);
    copy_file(path_join(arena, sample, STR("profiles")), folder_new(data, "profiles"), "sRGB.icc");
    folder_new(data, "missions");
    return data;
}

/* ---- names of places, made of the syllables of a script ---- */

static void syllables(char *out, size_t room, const struct words *words, unsigned least) {
    unsigned count = least + below(2);
    out[0] = '\0';
    for (unsigned i = 0; i < count; i++) {
        size_t used = strlen(out);
        snprintf(out + used, room - used, "%s", pick(words));
    }
}

/* The first letter of a Latin name in capitals. */
static void capitalise(char *word) {
    if (word[0] >= 'a' && word[0] <= 'z')
        word[0] = (char)(word[0] - 'a' + 'A');
}

static void latin_name(char *out, size_t room) {
    syllables(out, room, &latin_syllables, 2);
    capitalise(out);
}

/* ---- missions ---- */

static void write_phones(FILE *out, const char *indent, const char *key, unsigned count) {
    fprintf(out, "%s%s: [", indent, key);
    for (unsigned i = 0; i < count; i++)
        fprintf(out, "%s\"+%u %u %03u %02u %02u\"", i ? ", " : "", 20 + below(900), 10 + below(90),
                below(1000), below(100), below(100));
    fputs("]\n", out);
}

static void write_hours(FILE *out, const char *indent) {
    static const char *const days[] = {"monday", "tuesday", "wednesday", "thursday", "friday"};
    unsigned first = below(3), from = 8 + below(2), to = 12 + below(2);
    fprintf(out, "%shours:\n%s  - days: [", indent, indent);
    for (unsigned d = first; d < 5; d++)
        fprintf(out, "%s%s", d > first ? ", " : "", days[d]);
    fprintf(out, "]\n%s    open: [\"%02u:%s-%02u:00\"", indent, from, one_in(2) ? "00" : "30", to);
    if (one_in(2))
        fprintf(out, ", \"%02u:00-%02u:30\"", to + 1, to + 4);
    fputs("]\n", out);
    if (one_in(4))
        fprintf(out, "%s    for: %s\n", indent, pick(&purposes));
}

static void write_address(FILE *out, const char *city) {
    char street[80];
    latin_name(street, sizeof street);
    fprintf(out, "    address:\n      - \"%u, %s %s\"\n      - \"%05u %s\"\n", 1 + below(200),
            street, pick(&streets), 1000 + below(90000), city);
}

static void write_local(FILE *out, const struct country *country) {
    char place[120], street[120];
    if (!country->syllables)
        return;
    syllables(place, sizeof place, country->syllables, 2);
    syllables(street, sizeof street, country->syllables, 2);
    fprintf(out, "    address_local: [\"%s, %s %u\"]\n", place, street, 1 + below(200));
}

static void write_section(FILE *out) {
    fprintf(out, "      - name: %s\n", pick(&sections));
    write_phones(out, "        ", "phone", 1 + below(2));
    if (one_in(3))
        fprintf(out, "        email: section%u@mission.example\n", below(1000));
    if (one_in(2))
        write_hours(out, "        ");
}

static void write_person(FILE *out) {
    char name[60], family[60];
    latin_name(name, sizeof name);
    latin_name(family, sizeof family);
    fprintf(out, "    head: {name: %s %sič, rank: %s}\n", name, family, pick(&ranks));
}

static void write_accredited(FILE *out, const char *own) {
    unsigned first = below(COUNTRIES), count = 1 + below(3);
    bool any = false;
    fputs("    accredited_to: [", out);
    for (unsigned i = 0; i < count; i++) {
        const char *code = countries[(first + i * 7) % COUNTRIES].code;
        if (strcmp(code, own) == 0)
            continue;
        fprintf(out, "%s%s", any ? ", " : "", code);
        any = true;
    }
    fputs("]\n", out);
}

/* Fields that only some missions have. */
static void write_rare(FILE *out, const struct country *country) {
    if (one_in(5))
        fprintf(out, "    postal_address: [\"P. O. Box %u\"]\n", 1 + below(9000));
    if (one_in(4))
        write_phones(out, "    ", "emergency_phone", 1);
    if (one_in(3))
        write_phones(out, "    ", "fax", 1);
    if (one_in(6))
        fprintf(out, "    social: [t.me/mission%u]\n", below(9000));
    if (one_in(2))
        write_person(out);
    if (one_in(3))
        fprintf(out, "    district: \"%s, %s, %s\"\n", pick(&districts), pick(&districts),
                pick(&districts));
    if (one_in(5))
        write_accredited(out, country->code);
    if (one_in(9))
        fprintf(out, "    national_day: %u July\n", 1 + below(31));
    if (one_in(6))
        fprintf(out, "    time_zone: UTC+%u\n", 1 + below(11));
    if (one_in(12))
        fprintf(out, "    status: suspended\n    status_note: from %u May 2020\n", 1 + below(30));
    if (one_in(2))
        fprintf(out, "    opened: %u\n", 1991 + below(34));
    if (one_in(8))
        fprintf(out, "    note: %s\n", pick(&notes));
}

static void write_mission(FILE *out, unsigned number, const struct country *country) {
    unsigned type = below(10);
    const struct kind *kind = &kinds[type < 4 ? 0 : 1 + below(KINDS - 1)];
    char city[60];
    latin_name(city, sizeof city);
    fprintf(
        out,
        "  - id: m-%u\n    type: %s\n    country: %s\n    city: %s\n    region: %s\n"
        "    name: {en: %s of the Republic of Utopia, ru: %s Республики Утопия, be: %s Рэспублікі "
        "Утопія}\n",
        number, kind->type, country->code, city, country->region, kind->en, kind->ru, kind->be);
    write_address(out, city);
    write_local(out, country);
    write_phones(out, "    ", "phone", 1 + below(2));
    fprintf(out, "    email: m%u@mission.example\n", number);
    if (!one_in(4))
        fprintf(out, "    website: https://m%u.mission.example\n", number);
    if (one_in(2))
        write_hours(out, "    ");
    if (one_in(3)) {
        fputs("    sections:\n", out);
        for (unsigned i = 0; i <= below(2); i++)
            write_section(out);
    }
    write_rare(out, country);
    fprintf(out, "    as_of: 2026-%02u-%02u\n    sources: [S%u]\n", 1 + below(11), 1 + below(28),
            1 + below(9));
}

static void write_ministry(struct str data) {
    FILE *out = create(path_join(arena, data, STR("missions")), "ministry.yaml");
    fputs("sources:\n", out);
    for (unsigned i = 1; i < 10; i++)
        fprintf(out, "  S%u: A synthetic list, part %u\n", i, i);
    fputs("missions:\n  - id: ministry\n    type: ministry\n    country: BY\n    city: Minsk\n"
          "    region: Europe\n    name: {en: Ministry of Foreign Affairs, ru: Министерство "
          "иностранных "
          "дел, be: Міністэрства замежных спраў}\n    website: https://mfa.example\n",
          out);
    finish(out);
}

enum { FILE_MISSIONS = 500 };

static void generate_missions(unsigned count, const char *folder) {
    struct str data = project_new(folder);
    struct str missions = path_join(arena, data, STR("missions"));
    write_ministry(data);
    for (unsigned first = 0; first < count; first += FILE_MISSIONS) {
        char name[40];
        snprintf(name, sizeof name, "missions-%05u.yaml", first / FILE_MISSIONS);
        FILE *out = create(missions, name);
        fputs("missions:\n", out);
        for (unsigned i = first; i < count && i < first + FILE_MISSIONS; i++)
            /* Squared chance: some countries have many missions, most have few. */
            write_mission(out, i, &countries[below(COUNTRIES) * below(COUNTRIES) / COUNTRIES]);
        finish(out);
    }
    FILE *out = create(folder_new(data, "directories"), "missions.yaml");
    fputs("id: missions\ntitle: Diplomatic Missions of the Republic of Utopia\nstate: Republic of "
          "Utopia\n"
          "issuer: ministry\nas_of: 2026-11-24\nlanguages: [en]\nindexes: [city, country, head]\n"
          "totals: true\nlegend: true\n",
          out);
    finish(out);
}

/* ---- releases ---- */

struct prose {
    FILE *out;
    const struct language *language;
    unsigned words;
};

static unsigned count_words(const char *text) {
    unsigned count = 1;
    for (; *text; text++)
        count += *text == ' ';
    return count;
}

static void say(struct prose *prose, const char *text) {
    fputs(text, prose->out);
    prose->words += count_words(text);
}

static void say_sentence(struct prose *prose) {
    const struct language *language = prose->language;
    say(prose, pick(&language->subjects));
    fputc(' ', prose->out);
    say(prose, pick(&language->verbs));
    fputc(' ', prose->out);
    say(prose, pick(&language->objects));
    if (!one_in(3)) {
        fputc(' ', prose->out);
        say(prose, pick(&language->circumstances));
    }
    if (one_in(4)) {
        fputs(language->joint, prose->out);
        say(prose, pick(&language->clauses));
    }
    fputc('.', prose->out);
}

static void say_paragraph(struct prose *prose, const char *indent) {
    unsigned end = prose->words + 40 + below(60);
    fputs(indent, prose->out);
    say_sentence(prose);
    while (prose->words < end) {
        fputc(' ', prose->out);
        say_sentence(prose);
    }
}

static void say_list(struct prose *prose, bool numbered) {
    unsigned items = 3 + below(3);
    for (unsigned i = 0; i < items; i++) {
        fputs(numbered ? "  1. " : "  - ", prose->out);
        say(prose, pick(&prose->language->objects));
        fputs(i + 1 < items ? ";\n" : ".\n", prose->out);
    }
    fputc('\n', prose->out);
}

static void say_part(struct prose *prose, unsigned number) {
    if (number > 0 && one_in(2))
        fprintf(prose->out, "  ## %s\n\n", pick(&prose->language->headings));
    say_paragraph(prose, "  ");
    if (number == 1)
        fputs("[^1]", prose->out);
    fputs("\n\n", prose->out);
    if (one_in(5))
        say_list(prose, one_in(2));
    if (one_in(5)) {
        fputs("  > ", prose->out);
        say_sentence(prose);
        fputs("\n\n", prose->out);
    }
}

static void write_body(FILE *out, const struct language *language) {
    struct prose prose = {.out = out, .language = language};
    unsigned wanted = 350 + below(100), parts = 0;
    fputs("body: |\n", out);
    while (prose.words < wanted || parts < 2)
        say_part(&prose, parts++);
    fputs("  [^1]: ", out);
    say_sentence(&prose);
    fputc('\n', out);
}

static const struct language *language_find(const char *code) {
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (strcmp(languages[i].code, code) == 0)
            return &languages[i];
    fprintf(stderr, "generate: no words in %s; there are en, ru and be\n", code);
    exit(EXIT_FAILURE);
}

static void generate_releases(unsigned count, const char *folder, const char *code) {
    const struct language *language = language_find(code);
    struct str data = project_new(folder);
    struct str releases = folder_new(data, "releases");
    write_ministry(data);
    for (unsigned i = 0; i < count; i++) {
        char name[40];
        snprintf(name, sizeof name, "r-%05u.yaml", i);
        FILE *out = create(releases, name);
        fprintf(out,
                "id: r-%05u\ntitle: %s %s\ndate: 2026-11-%02u\nplace: %s\nlanguage: %s\n"
                "reference: 2026/11-%u\nissuer: ministry\nsection: %s\n"
                "url: https://mfa.example/press/%u\ntags: [week]\ncontact: {email: "
                "press@mfa.example}\n",
                i, pick(&language->headings), pick(&language->circumstances), 16 + below(7),
                language->place, code, i + 1, pick(&language->kickers), i + 1);
        fprintf(out, "summary: %s %s %s.\n", pick(&language->subjects), pick(&language->verbs),
                pick(&language->objects));
        write_body(out, language);
        finish(out);
    }
    FILE *out = create(folder_new(data, "bulletins"), "week.yaml");
    fprintf(out,
            "id: week\nname: %s\nnumber: 47\nvolume: 19\nissn: 0000-0000\nfrom: 2026-11-16\n"
            "to: 2026-11-22\nlanguages: [%s]\nissuer: ministry\nlisting: none\n",
            language->bulletin, code);
    finish(out);
}

int main(int count, char **words) {
    unsigned long number = count >= 5 ? strtoul(words[2], NULL, 10) : 0;
    if (count < 5 || number == 0 || number > 10000000) {
        fputs("usage: generate missions N SEED DIR\n       generate releases N SEED DIR [LANG]\n",
              stderr);
        return 2;
    }
    arena = arena_new();
    chance_state = strtoull(words[3], NULL, 10);
    if (strcmp(words[1], "missions") == 0)
        generate_missions((unsigned)number, words[4]);
    else if (strcmp(words[1], "releases") == 0)
        generate_releases((unsigned)number, words[4], count > 5 ? words[5] : "en");
    else
        return 2;
    arena_free(arena);
    return 0;
}
