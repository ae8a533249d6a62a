#include "text/hyphenate.h"
#include "base/file.h"
#include <hyphen.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>

enum { LONGEST_WORD = 96, SHORTEST_WORD = 5, MISSING = 0xFFFF };

struct language_rule {
    struct str tag;   /* a range of BCP 47; the first that matches is taken */
    const char *file; /* hyph_FILE.dic */
    uint8_t left, right;
};
static const struct language_rule rules[] = {
    {{"be", 2}, "be_BY", 2, 2}, {{"ru", 2}, "ru_RU", 2, 2}, {{"en-US", 5}, "en_US", 2, 3},
    {{"en", 2}, "en_GB", 2, 3}, {{"de", 2}, "de_DE", 2, 2}, {{"fr", 2}, "fr", 2, 3},
    {{"es", 2}, "es_ES", 2, 2}, {{"pl", 2}, "pl_PL", 2, 2},
};
enum { RULES = sizeof rules / sizeof *rules };

struct dictionary {
    const struct language_rule *rule;
    struct str folder;
    bool tried;
    HyphenDict *patterns;
    uint16_t upper[128]; /* code points of the bytes 80 to FF, when it is not in UTF-8 */
};

struct hyphenation {
    struct dictionary dictionaries[RULES];
};

struct hyphenation *hyphenation_new(struct str folder, struct arena *arena) {
    struct hyphenation *hyphenation = arena_make(arena, struct hyphenation, 1);
    for (size_t i = 0; i < RULES; i++) {
        hyphenation->dictionaries[i].rule = &rules[i];
        hyphenation->dictionaries[i].folder = str_copy(arena, folder);
    }
    return hyphenation;
}

void hyphenation_free(struct hyphenation *hyphenation) {
    for (size_t i = 0; i < RULES; i++)
        if (hyphenation->dictionaries[i].patterns)
            hnj_hyphen_free(hyphenation->dictionaries[i].patterns);
}

struct dictionary *hyphenation_find(struct hyphenation *hyphenation, struct str language) {
    for (size_t i = 0; i < RULES; i++) {
        struct str tag = rules[i].tag;
        if (str_starts(language, tag) &&
            (language.length == tag.length || language.at[tag.length] == '-'))
            return &hyphenation->dictionaries[i];
    }
    return NULL;
}

/* The code points of the upper half of an 8-bit character set, through ICU's tables. */
static void upper_half_read(struct dictionary *dictionary) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(dictionary->patterns->cset, &status);
    for (int i = 0; i < 128; i++) {
        char byte = (char)(0x80 + i);
        UChar out[4];
        dictionary->upper[i] = MISSING;
        if (U_FAILURE(status))
            continue;
        UErrorCode result = U_ZERO_ERROR;
        if (ucnv_toUChars(converter, out, 4, &byte, 1, &result) == 1)
            dictionary->upper[i] = out[0];
    }
    if (converter)
        ucnv_close(converter);
}

/* Lines of a dictionary by the letters of their patterns: open addressing, no deletion. */
struct lines_seen {
    struct str *lines;
    size_t capacity;
};

static size_t pattern_letters(struct str line, char *out, size_t room) {
    size_t count = 0;
    for (size_t i = 0; i < line.length && (uint8_t)line.at[i] > ' ' && count < room; i++)
        if (line.at[i] == '/')
            break;
        else if (line.at[i] < '0' || line.at[i] > '9')
            out[count++] = line.at[i];
    return count;
}

/* The earlier line with the same letters; the new one takes its place. */
static struct str line_supersede(struct lines_seen *seen, struct str line) {
    char letters[256], other[256];
    struct str key = {letters, pattern_letters(line, letters, sizeof letters)};
    for (size_t at = str_hash(key) & (seen->capacity - 1);; at = (at + 1) & (seen->capacity - 1)) {
        struct str old = seen->lines[at];
        struct str old_key = {other, pattern_letters(old, other, sizeof other)};
        if (old.at && !str_equal(key, old_key))
            continue;
        seen->lines[at] = line;
        return old;
    }
}

static bool is_setting(struct str line) {
    static const char *const settings[] = {"LEFTH", "RIGHTH", "COMPOUND", "NOHYPHEN", "NEXTLEVEL"};
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
        if (str_starts(line, str_from(settings[i])))
            return true;
    return false;
}

/* Long lines are comments, of which libhyphen would read the further parts as patterns. */
static bool is_pattern(struct str line) {
    if (line.at[0] == '%' || line.at[0] == '#' || line.length >= MAX_CHARS - 1)
        return false;
    for (size_t i = 0; i < line.length; i++)
        if (line.at[i] >= '0' && line.at[i] <= '9')
            return true;
    return false;
}

/* Closes up the lines that say something; gives the new length. */
static size_t comments_drop(char *text, size_t length) {
    size_t kept = 0;
    for (size_t from = 0, to; from < length; from = to + 1) {
        const char *newline = memchr(text + from, '\n', length - from);
        to = newline ? (size_t)(newline - text) : length;
        if (to == from || text[from] == '%')
            continue;
        memmove(text + kept, text + from, to - from);
        kept += to - from;
        text[kept++] = '\n';
    }
    return kept;
}

/* The dictionary without comments and without patterns that a later one overrules, which libhyphen
 * forgets to free. */
static struct str patterns_once(struct str file, struct arena *scratch) {
    char *text = arena_alloc(scratch, file.length + 1);
    memcpy(text, file.at, file.length);
    size_t capacity = 64;
    while (capacity < file.length / 2)
        capacity *= 2;
    struct lines_seen seen = {arena_make(scratch, struct str, capacity), capacity};
    for (size_t from = 0, to; from < file.length; from = to + 1) {
        const char *newline = memchr(text + from, '\n', file.length - from);
        to = newline ? (size_t)(newline - text) : file.length;
        struct str line = {text + from, to - from};
        if (from == 0 || line.length == 0)
            continue;
        if (!is_pattern(line) && !is_setting(line)) {
            memset(text + from, '%', line.length);
            continue;
        }
        if (str_starts(line, STR("NEXTLEVEL")))
            memset(seen.lines, 0, capacity * sizeof *seen.lines);
        struct str old = line_supersede(&seen, line);
        if (old.at)
            memset(text + (old.at - text), '%', old.length);
    }
    return (struct str){text, comments_drop(text, file.length)};
}

static HyphenDict *patterns_read(const char *path, struct arena *scratch) {
    struct mapping mapping;
    struct diag *unheard = diag_new(scratch);
    if (!file_exists(path) || !mapping_open(&mapping, path, (struct span){0}, unheard))
        return NULL;
    struct str text = patterns_once(mapping.bytes, scratch);
    FILE *file = text.length ? fmemopen((char *)text.at, text.length, "r") : NULL;
    HyphenDict *patterns = file ? hnj_hyphen_load_file(file) : NULL;
    if (file)
        fclose(file);
    mapping_close(&mapping);
    return patterns;
}

/* A language whose dictionary is not installed is set without divisions. */
static bool dictionary_open(struct dictionary *dictionary) {
    if (dictionary->tried)
        return dictionary->patterns;
    dictionary->tried = true;
    struct arena *scratch = arena_new();
    struct str path = str_print(scratch, "%.*s/hyph_%s.dic", STR_ARGS(dictionary->folder),
                                dictionary->rule->file);
    dictionary->patterns = patterns_read(path.at, scratch);
    arena_free(scratch);
    if (dictionary->patterns && !dictionary->patterns->utf8)
        upper_half_read(dictionary);
    return dictionary->patterns;
}

/* A word as the patterns want it: small letters, the dictionary's encoding, one apostrophe. */
struct folded {
    char bytes[LONGEST_WORD * 4 + 8];
    size_t length;
    uint16_t starts[LONGEST_WORD + 1]; /* of its characters, offsets into the text */
    uint32_t letters[LONGEST_WORD];
    size_t count;
};

static bool is_apostrophe(uint32_t c) {
    return c == '\'' || c == 0x2019 || c == 0x02BC;
}

static bool encode(const struct dictionary *dictionary, struct folded *folded, uint32_t c) {
    if (dictionary->patterns->utf8) {
        folded->length += utf8_write(folded->bytes + folded->length, c);
        return true;
    }
    if (c < 0x80) {
        folded->bytes[folded->length++] = (char)c;
        return true;
    }
    for (int i = 0; i < 128; i++)
        if (dictionary->upper[i] == c) {
            folded->bytes[folded->length++] = (char)(0x80 + i);
            return true;
        }
    return false;
}

static bool is_letter(uint32_t c) {
    return c < 0x80 ? (c | 32) >= 'a' && (c | 32) <= 'z' : u_isalpha((UChar32)c);
}

/* The letters between the marks around them; false when the word is one that is not divided. */
static bool fold(const struct dictionary *dictionary, struct str word, struct folded *folded) {
    const char *at = word.at, *end = word.at + word.length, *last = word.at;
    bool small = false, letters_over = false;
    folded->length = folded->count = 0;
    while (at < end) {
        const char *start = at;
        uint32_t c = utf8_next(&at, end);
        bool letter = is_letter(c), inner = is_apostrophe(c) && folded->count > 0;
        if (!letter && !inner) {
            if (c == '-' || c == 0x2010 || c == '@' || (c >= '0' && c <= '9') ||
                u_isdigit((UChar32)c))
                return false;
            letters_over = folded->count > 0;
            continue;
        }
        if (letter && letters_over)
            return false;
        if (folded->count == LONGEST_WORD)
            return false;
        uint32_t lower = inner ? 0x2019 : (uint32_t)u_tolower((UChar32)c);
        small |= letter && lower == c;
        folded->starts[folded->count] = (uint16_t)(start - word.at);
        folded->letters[folded->count++] = lower;
        if (letter)
            last = at;
    }
    while (folded->count && is_apostrophe(folded->letters[folded->count - 1]))
        folded->count--;
    folded->starts[folded->count] = (uint16_t)(last - word.at);
    if (folded->count < SHORTEST_WORD || !small)
        return false;
    for (size_t i = 0; i < folded->count; i++)
        if (!encode(dictionary, folded, folded->letters[i]))
            return false;
    return true;
}

size_t hyphenate(struct dictionary *dictionary, struct str word, uint16_t *offsets, size_t room) {
    struct folded folded;
    if (word.length < SHORTEST_WORD || !dictionary_open(dictionary) ||
        !fold(dictionary, word, &folded))
        return 0;
    char hyphens[LONGEST_WORD * 4 + 16];
    char **replace = NULL;
    int *position = NULL, *cut = NULL;
    uint8_t left = dictionary->rule->left, right = dictionary->rule->right;
    size_t count = 0;
    if (hnj_hyphen_hyphenate3(dictionary->patterns, folded.bytes, (int)folded.length, hyphens, NULL,
                              &replace, &position, &cut, left, right, left, right) == 0)
        for (size_t i = left; i + right <= folded.count && count < room; i++) {
            /* Divisions that change the spelling are left alone, and so are apostrophes. */
            bool changes = replace && replace[i - 1];
            if ((hyphens[i - 1] & 1) && !changes && !is_apostrophe(folded.letters[i]))
                offsets[count++] = folded.starts[i];
        }
    if (replace)
        for (size_t i = 0; i < folded.length; i++)
            free(replace[i]);
    free(replace);
    free(position);
    free(cut);
    return count;
}
