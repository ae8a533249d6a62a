#include "text/opportunities.h"
#include "base/array.h"
#include "text/function_words.h"
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

enum {
    HYPHEN_BREAK = 50,
    SLASH_BREAK = 100,
    ADDRESS_BREAK = 50,
    NUMBER_BREAK = 40,
    SHORT_BREAK = 500,
    PAUSE_BREAK = -40,
    LETTERS = 8
};

/* The first characters of a word, how many there are, and the last one. */
struct glance {
    uint32_t first[LETTERS];
    size_t count;
    uint32_t last, before_last;
};

static struct glance glance_at(struct str word) {
    struct glance glance = {0};
    const char *at = word.at, *end = word.at + word.length;
    while (at < end) {
        uint32_t c = utf8_next(&at, end);
        if (glance.count < LETTERS)
            glance.first[glance.count] = c;
        glance.count++;
        glance.before_last = glance.last;
        glance.last = c;
    }
    return glance;
}

static bool language_is(struct str language, const char *primary) {
    return language.length >= 2 && memcmp(language.at, primary, 2) == 0 &&
           (language.length == 2 || language.at[2] == '-');
}

/* Languages in which a single letter does not end a line. */
static bool binds_letters(struct str language) {
    static const char *const languages[] = {"be", "ru", "uk", "pl", "cs", "sk"};
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (language_is(language, languages[i]))
            return true;
    return false;
}

static bool is_digit(uint32_t c) {
    return c >= '0' && c <= '9';
}

static bool is_dash(uint32_t c) {
    return c == 0x2013 || c == 0x2014 || c == 0x2012 || c == 0x2015 || c == 0x2212;
}

/* German (not that of Switzerland) and Danish turn the angles: »so«. */
static bool turns_angles(struct str language) {
    return (language_is(language, "de") && !str_starts(language, STR("de-CH"))) ||
           language_is(language, "da");
}

/* Marks that stand close before the word they open, in whatever language. */
static bool opens(uint32_t c) {
    return c == '(' || c == '[' || c == '{' || c == 0xBF || c == 0xA1;
}

static bool opens_word(uint32_t c) {
    return opens(c) || c == '"' || c == '\'' || c == 0xAB || c == 0xBB || c == 0x2018 ||
           (c >= 0x201A && c <= 0x201E) || c == 0x2039 || c == 0x203A;
}

/* Marks that stand close behind the word they close. */
static bool closes_word(uint32_t c) {
    return c == ',' || c == ';' || c == ':' || c == '.' || c == ')' || c == ']' || c == '!' ||
           c == '?' || c == 0x2019 || c == 0x2026 || opens_word(c);
}

static uint32_t point_at(struct str word, size_t offset) {
    const char *at = word.at + offset;
    return utf8_next(&at, word.at + word.length);
}

static size_t point_start(struct str word, size_t end) {
    do
        end--;
    while (end && ((uint8_t)word.at[end] & 0xC0) == 0x80);
    return end;
}

static uint32_t point_before(struct str word, size_t offset) {
    return point_at(word, point_start(word, offset));
}

/* The word without marks that open before it. */
static struct str without_opening(struct str word) {
    const char *at = word.at, *end = word.at + word.length;
    for (const char *from = at; at < end; from = at)
        if (!opens_word(utf8_next(&at, end)))
            return (struct str){from, (size_t)(end - from)};
    return word;
}

/* Without those that close behind it; a point is kept where it belongs to the word. */
static struct str without_closing(struct str word, bool keep_point) {
    while (word.length) {
        uint32_t last = point_before(word, word.length);
        if (!closes_word(last) || (keep_point && last == '.'))
            break;
        word.length = point_start(word, word.length);
    }
    return word;
}

static bool in_list(struct str word, const struct str *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (str_equal(word, list[i]))
            return true;
    return false;
}
#define IN_LIST(word, list) in_list((word), (list), sizeof(list) / sizeof *(list))
#define WORD(literal)                                                                              \
    { "" literal, sizeof(literal) - 1 }

static bool is_number(struct str word) {
    const char *at = word.at, *end = word.at + word.length;
    uint32_t c = 0;
    while (at < end) {
        c = utf8_next(&at, end);
        bool joins = c == 0x202F || is_dash(c) || (c < 0x80 && strchr(".,+-(", (char)c));
        if (!is_digit(c) && !joins)
            return false;
    }
    return is_digit(c);
}

/* Where it is written with Roman figures: "XXI в.", "II квартал". "I" alone is an English word. */
static bool is_roman(struct str word, struct str language) {
    for (size_t i = 0; i < word.length; i++)
        if (!memchr("IVXLC", word.at[i], 5))
            return false;
    return word.length && binds_letters(language);
}

static bool is_digits(struct str word, size_t least, size_t most) {
    for (size_t i = 0; i < word.length; i++)
        if (!is_digit((uint8_t)word.at[i]))
            return false;
    return word.length >= least && word.length <= most;
}

static bool is_unit(struct str word) {
    static const struct str units[] = {
        WORD("km"),   WORD("m"),     WORD("cm"),   WORD("mm"),    WORD("kg"),   WORD("g"),
        WORD("t"),    WORD("ha"),    WORD("kW"),   WORD("MW"),    WORD("GW"),   WORD("kWh"),
        WORD("h"),    WORD("min"),   WORD("s"),    WORD("pt"),    WORD("%"),    WORD("°C"),
        WORD("€"),    WORD("$"),     WORD("EUR"),  WORD("USD"),   WORD("BYN"),  WORD("RUB"),
        WORD("PLN"),  WORD("CHF"),   WORD("km²"),  WORD("m²"),    WORD("a.m"),  WORD("p.m"),
        WORD("км"),   WORD("м"),     WORD("см"),   WORD("мм"),    WORD("кг"),   WORD("г"),
        WORD("т"),    WORD("га"),    WORD("кВт"),  WORD("МВт"),   WORD("км²"),  WORD("м²"),
        WORD("ч"),    WORD("мин"),   WORD("хв"),   WORD("гадз"),  WORD("руб"),  WORD("тыс"),
        WORD("млн"),  WORD("млрд"),  WORD("гг"),   WORD("г.г"),   WORD("год"),  WORD("года"),
        WORD("году"), WORD("годзе"), WORD("mln"),  WORD("mld"),   WORD("zł"),   WORD("r"),
        WORD("tys"),  WORD("godz"),  WORD("Uhr"),  WORD("Mio"),   WORD("Mrd"),  WORD("Mill"),
        WORD("Euro"), WORD("евро"),  WORD("еўра"), WORD("euros"), WORD("euro"),
    };
    /* Without the point they are prepositions: of the century, the page, the year. */
    static const struct str pointed[] = {
        WORD("в."), WORD("вв."), WORD("ст."), WORD("стст."), WORD("w."), WORD("r."), WORD("ч."),
    };
    return IN_LIST(without_closing(word, false), units) ||
           IN_LIST(without_closing(word, true), pointed);
}

/* Words after which their object follows: № 5, п. 3, ул. Мясникова, p. 12, M. Dupont. */
static bool is_abbreviation(struct str word) {
    static const struct str abbreviations[] = {
        WORD("№"),     WORD("§"),     WORD("§§"),    WORD("No."),   WORD("no."),  WORD("Nos."),
        WORD("p."),    WORD("pp."),   WORD("Art."),  WORD("art."),  WORD("Mr."),  WORD("Mrs."),
        WORD("Ms."),   WORD("Dr."),   WORD("Prof."), WORD("St."),   WORD("H.E."), WORD("Vol."),
        WORD("vol."),  WORD("Tel."),  WORD("tel."),  WORD("Nr."),   WORD("Abs."), WORD("Bd."),
        WORD("Kap."),  WORD("MM."),   WORD("Mme"),   WORD("Mmes"),  WORD("Mlle"), WORD("n°"),
        WORD("nº"),    WORD("N°"),    WORD("n.º"),   WORD("núm."),  WORD("pág."), WORD("págs."),
        WORD("EE."),   WORD("Sr."),   WORD("Sra."),  WORD("Sres."), WORD("Dña."), WORD("av."),
        WORD("Avda."), WORD("nr"),    WORD("ul."),   WORD("al."),   WORD("pl."),  WORD("św."),
        WORD("ust."),  WORD("pkt"),   WORD("poz."),  WORD("str."),  WORD("s."),   WORD("godz."),
        WORD("prof."), WORD("dr"),    WORD("п."),    WORD("пп."),   WORD("ст."),  WORD("гл."),
        WORD("г."),    WORD("ул."),   WORD("вул."),  WORD("пр."),   WORD("пл."),  WORD("наб."),
        WORD("д."),    WORD("корп."), WORD("кв."),   WORD("оф."),   WORD("им."),  WORD("імя"),
        WORD("с."),    WORD("стр."),  WORD("т."),    WORD("тел."),  WORD("тэл."), WORD("пер."),
        WORD("зав."),  WORD("рис."),  WORD("мал."),  WORD("табл."), WORD("арт."), WORD("проф."),
        WORD("акад."),
    };
    return IN_LIST(word, abbreviations);
}

/* Russian and Belarusian particles lean on the word before them. */
static bool is_particle(struct str word, struct str language) {
    static const struct str particles[] = {
        WORD("б"), WORD("бы"), WORD("ж"), WORD("же"), WORD("жа"), WORD("ли"), WORD("ль"),
    };
    return (language_is(language, "ru") || language_is(language, "be")) &&
           IN_LIST(without_closing(word, false), particles);
}

static bool is_initial(const struct glance *glance) {
    if (glance->count == 2)
        return glance->last == '.' && u_isupper((UChar32)glance->first[0]);
    return glance->count == 4 && glance->first[1] == '.' && glance->first[3] == '.' &&
           glance->first[0] >= 0x400 && u_isupper((UChar32)glance->first[0]) &&
           u_isupper((UChar32)glance->first[2]);
}

/* "z. B.", "т. е.", "p. ej.": a small letter with a point, which another may follow. */
static bool is_small_initial(const struct glance *glance) {
    return glance->count == 2 && glance->last == '.' && u_islower((UChar32)glance->first[0]);
}

static bool only_marks(struct str word) {
    const char *at = word.at, *end = word.at + word.length;
    while (at < end)
        if (u_isalnum((UChar32)utf8_next(&at, end)))
            return false;
    return true;
}

/* Marks that never begin a line, though a space stands before them (UAX #14, LB13; French spaces;
 * dashes, which end the line before). */
static bool never_begins(struct str word, const struct glance *glance, struct str language) {
    static const uint32_t closing[] = {'!', '?', ';', ':', ',',    ')',    ']',
                                       '}', '.', '/', '%', 0x2026, 0x201D, 0x203A};
    uint32_t c = glance->first[0];
    if (c == 0xE46 || c == 0xEC6 || c == 0x17D7) /* marks of repetition: Thai, Lao, Khmer */
        return true;
    if (!only_marks(word))
        return false;
    if (glance->count == 1 && (is_dash(c) || c == '-'))
        return true;
    for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
        if (closing[i] == c)
            return true;
    return c == (turns_angles(language) ? 0xABu : 0xBBu);
}

/* A mark at the end that opens what follows, though a space stands between them, as in French. */
static bool opens_next(uint32_t last, struct str language) {
    return opens(last) || last == 0x2039 || last == (turns_angles(language) ? 0xBBu : 0xABu);
}

static bool plain(struct str word) {
    const char *at = word.at, *end = word.at + word.length;
    while (at < end) {
        uint32_t c = utf8_next(&at, end);
        bool known = c < 0x590 || (c >= 0x10A0 && c < 0x1100) || (c >= 0x1C80 && c < 0x1CC0) ||
                     (c >= 0x1E00 && c < 0x2000) || (c >= 0x2010 && c < 0x2028) ||
                     (c >= 0x2030 && c < 0x205F) || (c >= 0x20A0 && c < 0x2190) || c == 0x202F;
        if (!known)
            return false;
    }
    return true;
}

static bool has_inner(struct str word) {
    for (size_t i = 0; i < word.length; i++) {
        char c = word.at[i];
        if (c == '-' || c == '/')
            return true;
        if (c == '\xE2' && i + 2 < word.length && word.at[i + 1] == '\x80' &&
            (uint8_t)word.at[i + 2] >= 0x80 && (uint8_t)word.at[i + 2] <= 0x95)
            return true;
    }
    return !plain(word);
}

static unsigned binding_of(struct str word, struct str language) {
    struct str core = without_opening(word);
    struct glance whole = glance_at(word), glance = glance_at(core);
    unsigned traits = 0;
    if (is_particle(core, language))
        return TRAIT_BINDS_PREVIOUS;
    if (glance.count == 1 && u_isalpha((UChar32)glance.last) && binds_letters(language))
        traits |= TRAIT_BINDS_NEXT;
    if (opens_next(whole.last, language) || is_abbreviation(core))
        traits |= TRAIT_BINDS_NEXT;
    if (never_begins(word, &whole, language))
        traits |= TRAIT_BINDS_PREVIOUS;
    if (whole.count == 1 && is_dash(whole.last))
        traits |= TRAIT_DASH;
    return traits;
}

static unsigned number_traits(struct str core, struct str language) {
    unsigned traits = 0;
    if (is_number(core) || is_roman(core, language))
        traits |= TRAIT_NUMBER;
    if (is_digit((uint8_t)core.at[0]))
        traits |= TRAIT_FIGURE;
    if (is_digits(core, 1, 3))
        traits |= TRAIT_DIGITS;
    if (is_digits(without_closing(core, false), 3, 3))
        traits |= TRAIT_THREE_DIGITS;
    if (is_unit(core))
        traits |= TRAIT_UNIT;
    return traits;
}

static unsigned name_traits(struct str core) {
    struct glance glance = glance_at(core);
    if (is_initial(&glance))
        return TRAIT_INITIAL;
    if (is_small_initial(&glance))
        return TRAIT_SMALL_INITIAL;
    return glance.count > 2 && u_isupper((UChar32)glance.first[0]) ? TRAIT_NAME : 0;
}

uint16_t word_traits(struct str word, struct str language) {
    if (word.length == 0)
        return 0;
    struct str core = without_opening(word);
    uint32_t last = point_before(word, word.length);
    unsigned traits =
        binding_of(word, language) | number_traits(core, language) | name_traits(core);
    if (has_inner(word))
        traits |= TRAIT_INNER;
    if (last == ',' || last == ';' || last == ':' || is_dash(last))
        traits |= TRAIT_PAUSE;
    return (uint16_t)traits;
}

uint16_t title_traits(struct str word) {
    struct str core = without_opening(word);
    if (is_function_word(core))
        return TRAIT_FUNCTION;
    return is_short_word(core) ? TRAIT_SHORT : 0;
}

static bool bound(uint16_t before, uint16_t after) {
    enum { POINTED = TRAIT_INITIAL | TRAIT_SMALL_INITIAL };
    return (before & TRAIT_BINDS_NEXT) || (after & TRAIT_BINDS_PREVIOUS) ||
           ((before & TRAIT_NUMBER) && (after & TRAIT_UNIT)) ||
           ((before & TRAIT_DIGITS) && (after & TRAIT_THREE_DIGITS)) ||
           ((before & TRAIT_INITIAL) && (after & (POINTED | TRAIT_NAME))) ||
           ((before & TRAIT_SMALL_INITIAL) && (after & POINTED)) ||
           ((before & TRAIT_NAME) && (after & TRAIT_INITIAL));
}

int32_t space_penalty(uint16_t earlier, uint16_t before, uint16_t after, bool title) {
    /* "2019 г." is a year, no town; "5 т" are tonnes, no volume. */
    if ((earlier & TRAIT_NUMBER) && (before & TRAIT_UNIT) && !(after & TRAIT_FIGURE))
        before &= (uint16_t)~TRAIT_BINDS_NEXT;
    if (bound(before, after) || (title && (before & TRAIT_FUNCTION)))
        return SPACE_BOUND;
    if (title && (before & TRAIT_SHORT))
        return SHORT_BREAK;
    if (before & TRAIT_NUMBER)
        return NUMBER_BREAK;
    return title && (before & TRAIT_PAUSE) ? PAUSE_BREAK : 0;
}

struct iterator {
    struct str language;
    UBreakIterator *breaks;
};
struct breakers {
    struct arena *arena;
    ARRAY(struct iterator) iterators;
};

struct breakers *breakers_new(struct arena *arena) {
    struct breakers *breakers = arena_make(arena, struct breakers, 1);
    breakers->arena = arena;
    return breakers;
}

void breakers_free(struct breakers *breakers) {
    for (size_t i = 0; i < breakers->iterators.count; i++)
        if (breakers->iterators.at[i].breaks)
            ubrk_close(breakers->iterators.at[i].breaks);
}

static UBreakIterator *iterator_find(struct breakers *breakers, struct str language) {
    for (size_t i = 0; i < breakers->iterators.count; i++)
        if (str_equal(breakers->iterators.at[i].language, language))
            return breakers->iterators.at[i].breaks;
    struct str name = str_copy(breakers->arena, language);
    UErrorCode status = U_ZERO_ERROR;
    const char *locale =
        str_print(breakers->arena, "%s@lb=strict", name.length ? name.at : "root").at;
    UBreakIterator *breaks = ubrk_open(UBRK_LINE, locale, NULL, 0, &status);
    if (U_FAILURE(status))
        breaks = NULL;
    array_push(&breakers->iterators, breakers->arena, (struct iterator){name, breaks});
    return breaks;
}

typedef ARRAY(struct inner_break) break_list;

/* Ideographs, kana and the marks that are as wide as they. */
static bool is_ideographic(uint32_t c) {
    return (c >= 0x2E80 && c < 0xA4D0) || (c >= 0xF900 && c < 0xFB00) ||
           (c >= 0xFE30 && c < 0xFE50) || (c >= 0xFF00 && c < 0xFFEF) ||
           (c >= 0x20000 && c < 0x40000);
}

/* Scripts that set no spaces between words: of East Asia, Thai, Lao, Burmese, Khmer. */
static bool without_spaces(uint32_t c) {
    return is_ideographic(c) || (c >= 0xE00 && c < 0xF00) || (c >= 0x1000 && c < 0x10A0) ||
           (c >= 0x1780 && c < 0x1800) || (c >= 0xAC00 && c < 0xD7B0);
}

bool drops_white(uint32_t before, uint32_t after) {
    return is_ideographic(before) && is_ideographic(after);
}

/* UAX #14 by ICU, with its dictionaries for Thai, Lao, Khmer and Burmese, and strict about what
 * begins a line in Japanese and Chinese: no small kana, no long vowel mark. */
static void breaks_of_icu(struct breakers *breakers, struct str word, struct str language,
                          struct arena *scratch, break_list *list) {
    UBreakIterator *breaks = iterator_find(breakers, language);
    if (!breaks)
        return;
    UErrorCode status = U_ZERO_ERROR;
    UText *text = utext_openUTF8(NULL, word.at, (int64_t)word.length, &status);
    ubrk_setUText(breaks, text, &status);
    for (int32_t at = ubrk_next(breaks); U_SUCCESS(status) && at != UBRK_DONE;
         at = ubrk_next(breaks)) {
        if (at <= 0 || (size_t)at >= word.length)
            continue;
        uint32_t before = point_before(word, (size_t)at), after = point_at(word, (size_t)at);
        bool hyphen = before == '-' || before == 0x2010;
        array_push(
            list, scratch,
            (struct inner_break){.offset = (uint16_t)at,
                                 .penalty = hyphen ? HYPHEN_BREAK : 0,
                                 .hyphen = hyphen,
                                 .elastic = without_spaces(before) || without_spaces(after)});
    }
    utext_close(text);
}

/* The same for letters of Europe and the Caucasus, where only few marks allow a break: HY, BA and
 * SY of UAX #14, not before figures (LB25) and not at the beginning of a word (LB20a, LB21). */
static void breaks_of_marks(struct str word, struct arena *scratch, break_list *list) {
    const char *at = word.at, *end = word.at + word.length;
    bool letters = false;
    while (at < end) {
        uint32_t c = utf8_next(&at, end);
        bool hyphen = c == '-' || c == 0x2010;
        bool breaks = hyphen || is_dash(c) || c == '/';
        if (breaks && letters && at < end) {
            uint32_t next = point_at(word, (size_t)(at - word.at));
            bool figures = is_digit(next) && (hyphen || c == '/');
            if (!figures &&
                (u_isalnum((UChar32)next) || next == 0xAB || next == 0x201C || opens(next)))
                array_push(list, scratch,
                           (struct inner_break){.offset = (uint16_t)(at - word.at),
                                                .penalty = c == '/' ? SLASH_BREAK : HYPHEN_BREAK,
                                                .hyphen = hyphen});
        }
        letters |= c > 0x7F ? !is_dash(c) : u_isalnum((UChar32)c) != 0;
    }
}

/* Web addresses and mail: after / and before the marks . @ ? & = - _, so that no mark at a line's
 * end is taken for one of the sentence's; not within "://". */
static void breaks_of_address(struct str word, struct arena *scratch, break_list *list) {
    for (size_t i = 2; i + 2 < word.length; i++) {
        char c = word.at[i], previous = word.at[i - 1];
        bool after = (previous == '/' || previous == '-') && c != '/' && c != '-';
        bool before = strchr(".@?&=_#", c) && previous != '/' && previous != ':';
        if (previous == '-' || after || before)
            array_push(list, scratch,
                       (struct inner_break){.offset = (uint16_t)i, .penalty = ADDRESS_BREAK});
    }
}

size_t word_breaks(struct breakers *breakers, struct str word, struct str language,
                   enum inner_mode mode, struct arena *scratch, struct inner_break **breaks) {
    break_list list = {0};
    if (mode == INNER_ADDRESS)
        breaks_of_address(word, scratch, &list);
    else if (plain(word))
        breaks_of_marks(word, scratch, &list);
    else
        breaks_of_icu(breakers, word, language, scratch, &list);
    *breaks = list.at;
    return list.count;
}
