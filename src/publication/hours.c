#include "publication/hours.h"
#include "publication/compose.h"

enum { DAYS = 7 };

static struct str day_name(const struct edition *edition, int day) {
    return locale_weekday(edition->locale, edition->arena, day + 1, true);
}

static void add_days(const struct edition *edition, struct buffer *buffer, int from, int to) {
    if (buffer->length)
        buffer_text(buffer, ", ");
    buffer_str(buffer, day_name(edition, from));
    if (to == from)
        return;
    buffer_text(buffer, to == from + 1 ? ", " : EN_DASH);
    buffer_str(buffer, day_name(edition, to));
}

/* "Mon–Fri", "Mon, Wed–Thu"; two days that follow each other are "Mon, Tue". Empty without days. */
static struct str hours_days(const struct edition *edition, const struct hours *hours) {
    bool open[DAYS + 1] = {false};
    for (size_t i = 0; i < hours->days.count; i++)
        if (hours->days.at[i].value >= 0 && hours->days.at[i].value < DAYS)
            open[hours->days.at[i].value] = true;
    struct buffer buffer = {0};
    for (int day = 0; day < DAYS; day++) {
        int last = day;
        while (open[day] && open[last + 1])
            last++;
        if (open[day])
            add_days(edition, &buffer, day, last);
        day = last;
    }
    struct str days = str_copy(edition->arena, buffer_view(&buffer));
    buffer_free(&buffer);
    return days;
}

/* "09:00-13:00" is printed 9.00–13.00. */
static void add_times(struct buffer *buffer, struct str times) {
    for (size_t i = 0; i < times.length; i++) {
        char c = times.at[i];
        bool begins = i == 0 || times.at[i - 1] == '-';
        bool zero = c == '0' && begins && i + 1 < times.length && times.at[i + 1] != ':';
        if (c == '-')
            buffer_text(buffer, EN_DASH);
        else if (c == ':')
            buffer_text(buffer, ".");
        else if (!zero)
            buffer_bytes(buffer, &c, 1);
    }
}

struct str hours_text(const struct edition *edition, const struct hours *hours) {
    struct buffer buffer = {0};
    buffer_str(&buffer, hours_days(edition, hours));
    for (size_t i = 0; i < hours->open.count; i++) {
        buffer_text(&buffer, i > 0 ? ", " : buffer.length ? NO_BREAK_SPACE : "");
        add_times(&buffer, hours->open.at[i].text);
    }
    struct str purpose = text_in(&hours->purpose, edition->language);
    if (purpose.length)
        buffer_print(&buffer, "%s(%.*s)", buffer.length ? " " : "", STR_ARGS(purpose));
    struct str note = text_in(&hours->note, edition->language);
    if (note.length)
        buffer_print(&buffer, "%s%.*s", buffer.length ? ", " : "", STR_ARGS(note));
    struct str text = str_copy(edition->arena, buffer_view(&buffer));
    buffer_free(&buffer);
    return text;
}
