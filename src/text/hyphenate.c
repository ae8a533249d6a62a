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

static bool dictionary_open(struct dictionary *dictionary) {
    if (dictionary->tried)
        return dictionary->patterns;
    dictionary->tried = true;
    struct arena *scratch = arena_new();
    struct str path = str_print(scratch, "%.*s/hyph_%s.dic", STR_ARGS(dictionary->folder),
                                dictionary->rule->file);
    if (file_exists(path.at))
        dictionary->patterns = hnj_hyphen_load(path.at);
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
