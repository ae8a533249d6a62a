#include "model/rules.h"
#include "base/file.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- hours ---- */

/* Minutes of "09:00"; -1 when it is none. */
static int minutes_of(struct str s) {
    if (s.length != 5 || s.at[2] != ':')
        return -1;
    for (size_t i = 0; i < 5; i++)
        if (i != 2 && !isdigit((unsigned char)s.at[i]))
            return -1;
    int hours = (s.at[0] - '0') * 10 + s.at[1] - '0';
    int minutes = (s.at[3] - '0') * 10 + s.at[4] - '0';
    return hours < 24 && minutes < 60    ? hours * 60 + minutes
           : hours == 24 && minutes == 0 ? 1440
                                         : -1;
}

static void interval_rule(const struct string *open, struct diag *diag) {
    int from = -1, to = -1;
    if (open->text.length == 11 && open->text.at[5] == '-') {
        from = minutes_of(str_part(open->text, 0, 5));
        to = minutes_of(str_part(open->text, 6, 5));
    }
    if (from < 0 || to < 0)
        diag_fault(diag, open->span, "write hours as \"09:00-13:00\"",
                   "`%.*s` is no interval of hours", STR_ARGS(open->text));
    else if (from >= to)
        diag_fault(diag, open->span, "write the earlier hour first",
                   "the interval `%.*s` ends before it begins", STR_ARGS(open->text));
}

static void hours_rules(const struct hours_list *hours, struct diag *diag) {
    for (size_t i = 0; i < hours->count; i++)
        for (size_t k = 0; k < hours->at[i].open.count; k++)
            interval_rule(&hours->at[i].open.at[k], diag);
}

/* ---- telephones ---- */

/* Figures, signs between them, and at the end a remark in brackets that may hold letters. */
static void phone_rule(const struct string *phone, struct diag *diag) {
    int depth = 0, figures = 0;
    for (size_t i = 0; i < phone->text.length; i++) {
        unsigned char c = (unsigned char)phone->text.at[i];
        depth += (c == '(') - (c == ')');
        figures += isdigit(c) != 0;
        bool between = isdigit(c) || strchr("+ -./()", c) || c >= 0x80;
        if (between || depth > 0)
            continue;
        diag_fault(diag, phone->span, "write figures, and remarks in brackets after them",
                   "`%.*s` is no telephone number: it has a `%c`", STR_ARGS(phone->text), c);
        return;
    }
    if (figures < 3 && phone->text.length)
        diag_fault(diag, phone->span, "write it with its country: +375 17 000 00 00",
                   "`%.*s` is no telephone number", STR_ARGS(phone->text));
}

static void phone_rules(const struct strings *phones, struct diag *diag) {
    for (size_t i = 0; i < phones->count; i++)
        phone_rule(&phones->at[i], diag);
}

/* ---- missions ---- */

static void accreditation_rules(const struct mission *mission, struct diag *diag) {
    for (size_t i = 0; i < mission->accredited_to.count; i++) {
        const struct string *country = &mission->accredited_to.at[i];
        bool twice = str_equal(country->text, mission->country.text);
        for (size_t k = 0; k < i; k++)
            twice |= str_equal(country->text, mission->accredited_to.at[k].text);
        if (twice && country->text.length)
            diag_fault(diag, country->span, "leave it out", "the mission already serves `%.*s`",
                       STR_ARGS(country->text));
    }
}

void mission_rules(const struct mission *mission, struct diag *diag) {
    hours_rules(&mission->hours, diag);
    phone_rules(&mission->phone, diag);
    phone_rules(&mission->emergency_phone, diag);
    phone_rules(&mission->fax, diag);
    for (size_t i = 0; i < mission->sections.count; i++) {
        hours_rules(&mission->sections.at[i].hours, diag);
        phone_rules(&mission->sections.at[i].phone, diag);
        phone_rule(&mission->sections.at[i].fax, diag);
    }
    accreditation_rules(mission, diag);
}

/* ---- releases ---- */

static void body_rules(const struct translation *body, struct diag *diag) {
    struct str text = body->string.text;
    for (size_t at = 0; at < text.length;) {
        struct str rest = str_part(text, at, text.length);
        size_t bang = str_find(rest, STR("![]("));
        if (bang == SIZE_MAX)
            return;
        diag_fault(diag, body->node ? node_place(body->node, at + bang) : body->string.span,
                   "write ![what it shows](file)", "the picture has no alternative text");
        at += bang + 4;
    }
}

void release_rules(const struct release *release, struct diag *diag) {
    for (size_t i = 0; i < release->body.count; i++) {
        body_rules(&release->body.at[i], diag);
        if (str_trim(release->body.at[i].string.text).length == 0)
            diag_fault(diag, release->body.span, NULL, "the body is empty");
    }
    if (release->embargo.date.year && date_compare(release->embargo.date, release->date.date) < 0)
        diag_fault(diag, release->embargo.span, "write a later day or leave it out",
                   "the embargo ends before the day of the release");
}

/* ---- ISSN ---- */

static int issn_digit(char c, bool last) {
    if (last && c == 'X')
        return 10;
    return isdigit((unsigned char)c) ? c - '0' : -1;
}

void issn_rule(const struct string *issn, struct diag *diag) {
    struct str s = issn->text;
    if (!s.length)
        return;
    int sum = 0, weight = 8;
    bool formed = s.length == 9 && s.at[4] == '-';
    for (size_t i = 0; formed && i < 9; i++) {
        if (i == 4)
            continue;
        int digit = issn_digit(s.at[i], i == 8);
        formed = digit >= 0;
        sum += digit * weight--;
    }
    if (!formed)
        diag_fault(diag, issn->span, "write it as 1234-5679", "`%.*s` is no ISSN", STR_ARGS(s));
    else if (sum % 11 != 0)
        diag_fault(diag, issn->span, "compare it with the certificate of registration",
                   "the check digit of ISSN `%.*s` is wrong", STR_ARGS(s));
}
