/* Releases of 350 to 500 words: paragraphs, headings, lists, quotations, a footnote. */
#ifndef GENERATE_RELEASES_H
#define GENERATE_RELEASES_H

#include "generate_output.h"
#include "generate_words.h"

struct vocabulary {
    struct words subjects, verbs, objects, circumstances, clauses, headings, kickers, remarks,
        syllables;
    const char *in_city;
};

struct prose {
    struct generator *generator;
    const struct vocabulary *vocabulary;
    struct buffer *out;
    unsigned words;
};

enum { PLAIN_SENTENCES = 55 /* in a hundred */ };

static const struct language *language_of(const struct generator *generator) {
    size_t i = 0;
    while (strcmp(languages[i].code, generator->language) != 0)
        i++;
    return &languages[i];
}

static struct vocabulary vocabulary_new(struct arena *arena, const struct language *language) {
    return (struct vocabulary){
        words_split(arena, language->subjects),  words_split(arena, language->verbs),
        words_split(arena, language->objects),   words_split(arena, language->circumstances),
        words_split(arena, language->clauses),   words_split(arena, language->headings),
        words_split(arena, language->kickers),   words_split(arena, language->remarks),
        words_split(arena, language->syllables), language->in_city,
    };
}

static void say(struct prose *prose, struct str text) {
    buffer_str(prose->out, text);
    prose->words++;
    for (size_t i = 0; i < text.length; i++)
        prose->words += text.at[i] == ' ';
}

static void say_one(struct prose *prose, const struct words *words) {
    say(prose, pick(&prose->generator->random, words));
}

/* The first letter in capitals: Latin and Cyrillic small letters lie 0x20 above them (Unicode 15,
 * the blocks Basic Latin and Cyrillic). */
static struct str capitalised(struct arena *arena, struct str name) {
    const char *at = name.at;
    uint32_t first = utf8_next(&at, name.at + name.length);
    char letter[4];
    struct str head = {letter, utf8_write(letter, first - 0x20)};
    return str_join(arena, head, str_part(name, (size_t)(at - name.at), name.length));
}

/* A town that nobody has heard of: names make most of the different words of a release. */
static void say_city(struct prose *prose) {
    struct generator *generator = prose->generator;
    struct arena_mark mark = arena_mark(generator->arena);
    struct str name = {0};
    for (uint32_t i = between(&generator->random, 2, 4); i > 0; i--)
        name = str_join(generator->arena, name,
                        pick(&generator->random, &prose->vocabulary->syllables));
    buffer_print(prose->out, " %s ", prose->vocabulary->in_city);
    say(prose, capitalised(generator->arena, name));
    arena_rewind(generator->arena, mark);
}

/* Half of the sentences are plain, so that words are as long in the mean as in releases written by
 * hand: 5 letters in English, 6 in Russian and Belarusian. */
static void say_sentence(struct prose *prose) {
    struct random *random = &prose->generator->random;
    const struct vocabulary *vocabulary = prose->vocabulary;
    if (chance(random, PLAIN_SENTENCES)) {
        say_one(prose, &vocabulary->remarks);
        buffer_text(prose->out, ".");
        return;
    }
    say_one(prose, &vocabulary->subjects);
    buffer_text(prose->out, " ");
    say_one(prose, &vocabulary->verbs);
    buffer_text(prose->out, " ");
    say_one(prose, &vocabulary->objects);
    if (chance(random, 40)) {
        say_city(prose);
    } else if (chance(random, 60)) {
        buffer_text(prose->out, " ");
        say_one(prose, &vocabulary->circumstances);
    }
    if (chance(random, 25)) {
        buffer_text(prose->out, ", ");
        say_one(prose, &vocabulary->clauses);
    }
    buffer_text(prose->out, ".");
}

static void say_paragraph(struct prose *prose) {
    unsigned end = prose->words + between(&prose->generator->random, 40, 100);
    buffer_text(prose->out, "  ");
    say_sentence(prose);
    while (prose->words < end) {
        buffer_text(prose->out, " ");
        say_sentence(prose);
    }
}

static void say_list(struct prose *prose, const char *mark) {
    uint32_t items = between(&prose->generator->random, 3, 5);
    for (uint32_t i = 0; i < items; i++) {
        buffer_print(prose->out, "  %s ", mark);
        say_one(prose, &prose->vocabulary->objects);
        buffer_text(prose->out, i + 1 < items ? ";\n" : ".\n");
    }
    buffer_text(prose->out, "\n");
}

static void say_part(struct prose *prose, unsigned number) {
    struct random *random = &prose->generator->random;
    if (number > 0 && chance(random, 50)) {
        buffer_text(prose->out, "  ## ");
        say_one(prose, &prose->vocabulary->headings);
        buffer_text(prose->out, "\n\n");
    }
    say_paragraph(prose);
    buffer_text(prose->out, number == 1 ? "[^1]\n\n" : "\n\n");
    if (chance(random, 20))
        say_list(prose, chance(random, 50) ? "-" : "1.");
    if (chance(random, 20)) {
        buffer_text(prose->out, "  > ");
        say_sentence(prose);
        buffer_text(prose->out, "\n\n");
    }
}

static void body_write(struct prose *prose) {
    unsigned wanted = between(&prose->generator->random, 350, 440), parts = 0;
    buffer_text(prose->out, "body: |\n");
    while (prose->words < wanted || parts < 2)
        say_part(prose, parts++);
    buffer_text(prose->out, "  [^1]: ");
    say_sentence(prose);
    buffer_text(prose->out, "\n");
}

static void release_write(struct generator *generator, const struct vocabulary *vocabulary,
                          struct buffer *out, size_t number) {
    struct prose prose = {generator, vocabulary, out, 0};
    const struct language *language = language_of(generator);
    buffer_print(out, "id: r-%05zu\ntitle: ", number);
    say_one(&prose, &vocabulary->headings);
    buffer_text(out, " ");
    say_one(&prose, &vocabulary->circumstances);
    buffer_print(out,
                 "\ndate: 2026-11-%02u\nplace: %s\nlanguage: %s\nreference: 2026/11-%zu\n"
                 "issuer: by-minsk-mfa\nurl: https://mfa.example/press/%zu\ntags: [week]\n"
                 "short_url: mfa.example/r/%zu\nmissions: [by-minsk-mfa]\n"
                 "contact: {name: Press Service, phone: \"+375 17 000 00 00\", "
                 "email: press@mfa.example}\nsection: ",
                 16 + (unsigned)(number % 7), language->place, language->code, number + 1,
                 number + 1, number + 1);
    say_one(&prose, &vocabulary->kickers);
    if (chance(&generator->random, 20)) {
        buffer_text(out, "\nsubtitle: ");
        say_one(&prose, &vocabulary->circumstances);
    }
    if (chance(&generator->random, 5))
        buffer_text(out, "\nembargo: 2026-11-23");
    buffer_text(out, "\nsummary: >-\n  "); /* a sentence may have a colon */
    say_sentence(&prose);
    buffer_text(out, "\n");
    prose.words = 0;
    body_write(&prose);
}

static void bulletin_write(struct generator *generator, struct buffer *out) {
    const struct language *language = language_of(generator);
    folder_need(generator, "bulletins");
    buffer_print(out,
                 "id: week\nname: %s\nnumber: 47\nvolume: 19\nissn: 0000-0000\nfrom: 2026-11-16\n"
                 "to: 2026-11-22\nlanguages: [%s]\nissuer: by-minsk-mfa\nlisting: none\n",
                 language->bulletin, language->code);
    file_flush(out, path_of(generator, "bulletins/week.yaml"));
}

static void releases_generate(struct generator *generator, size_t total) {
    struct buffer out = {0};
    struct vocabulary vocabulary = vocabulary_new(generator->arena, language_of(generator));
    ministry_write(generator);
    folder_need(generator, "releases");
    for (size_t i = 0; i < total; i++) {
        struct arena_mark mark = arena_mark(generator->arena);
        release_write(generator, &vocabulary, &out, i);
        file_flush(&out, path_of(generator, "releases/r-%05zu.yaml", i));
        arena_rewind(generator->arena, mark);
    }
    bulletin_write(generator, &out);
    buffer_free(&out);
}

#endif
