<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_US">
<context>
    <name>Pricewright</name>
    <message>
        <source> at entry %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 moved by limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 units [%2 … %3]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · competitors not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source> · median %1 [%2 … %3], %n seller(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source> · model %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · not observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · own %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · own %1, seen in sales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · profit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>"{kind}" is no kind of import. Known are: products, costs, stock, sales, promotions, offers, prices, fx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>"{text}" is not a day or time. Write 2026-03-01 or 2026-03-01T09:30:00Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>"{text}" is not an id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>"{value}" is no exchange rate for {currency}: it must be a positive number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>"{value}" is no price in {currency}: it must be positive, with no more digits than the currency has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>"{value}" is no value for {option}: {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>"{value}" is not a number. Write digits with a dot: 3.49.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>"{value}" is not the code of a market. Use a country's two letters, as DE or US, or EU. Laws and VAT rates are found by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
For example: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % on last year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % on the week before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2/wk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (hours)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (key %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 SKUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 SKUs × %2 zones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a week at stake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 above parity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 approved · U undoes until release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 approved, recorded as self-approved · U undoes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are already so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are refused and stay as they are:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 batches wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 below parity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 blocked, with a counter-proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cells would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 change nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed again since stayed as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed · Ctrl+Z undoes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 checked but filtered out: left alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 decides in your stead until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 entries chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 entries copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 entries fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 entries were written to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 found so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 go back to what they should be; what was changed by hand in the files is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 go back to what they were before the batch, in %2, as one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 go to %2 at once, instead of at their slot. Afterwards the batch can be rolled back as one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 guardrail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no price in force: there is nothing to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 held back at the last moment: changed meanwhile, or outside their bounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2 now · U takes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is about ten times more or less than the cost before. Is the decimal mark in its place?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the key of “%2”. Give that another one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 joined · Z undoes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 journal %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 limits passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more files wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 moved from other batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 not at their default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 not for you to approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 are not what they should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 entries copied: the others are not loaded; Ctrl+E writes any number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 prices would be bound otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 rows were edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n currencies</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n prices</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n sources fresh</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of about %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 opens “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 out %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over the step limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over your limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 passed ✓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 prices approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 prices are in the catalogue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 prices are not live as they should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 prices in other currencies are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 prices moved in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 prices put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 prices released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 prices sent to Approvals · U takes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 prices shown, %2 wait for a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 prices stayed out and wait as before. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 prices wait for a decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 prices wait in Approvals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 prices were changed again since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 prices were changed again since and stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 prices were not sent. First: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 products have no price in force and were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 proposals taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 proposed by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pt on last year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pt on the week before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 read back, every price right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rejected · U undoes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rejected: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows are back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows put off · see “Put off”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sellers, median %2, the oldest seen %3 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 set apart · Z undoes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 signed as %2 batches, one per time zone · Z undoes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 signed as one batch · Z undoes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stay out: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 taken out: back in Approvals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 things need a look: see the last column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 too old, %2 for other reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 units %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waiting for release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was taken back: %2 rows removed, %3 put back as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 weeks, %2 prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 were read back from the files just now. D shows them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 were refused. First: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 whose price has moved meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 without a model: not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · profit %2 %3/wk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2 a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, after %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, all right; other bytes of the file were changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, by the account %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in all zones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, last seen %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/wk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 new, %3 changed, %4 the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 rows checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 units a week, between %3 and %4, profit %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the limits lead to %2. Type that price to save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n KVI</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n competitor(s): median %1 within %2 … %3</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decisions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prices left out: no exchange rate or VAT rate.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) rejected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows written to %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n texts were too long for a cell and were cut)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>(Revenue − units × replacement cost on their day) ÷ revenue, net of VAT, over the last seven days that sales cover. Only sales whose cost is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(the lowest)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ −</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, weak: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--{option} needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--{option} takes NAME=VALUE, not "{value}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--{option} takes no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/  Ctrl+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>06:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1  2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 batch waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 cell would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 entry fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 more file waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 price approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 price in another currency is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 price is not live as it should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 price moved in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 price put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 price released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 price sent to Approvals · U takes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 price stayed out and waits as before. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 price waits in Approvals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 price was changed again since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 price was changed again since and stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 proposal taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row in focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row put off · see “Put off”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 stays out: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 … 5  Ctrl+Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2026-01-31</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2026-01-31, or the next release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 cap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3/31/2026, month first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>31/3/2026, day first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % intervals · demand of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % between %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A JSON object, { … }, was expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A SKU, a product, a decision, an offer, or what you want to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A SKU, or the beginning of one: OJ-*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A VAT rate lies between 0 and 100 %. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch needs a name and an owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case cannot be read: {field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change of {change} is beyond what this role may approve ({limit}). Somebody with a higher role must decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change was begun within another one. Nothing was written. This is a fault of the program: please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change was made outside a transaction. Nothing was written. This is a fault of the program: please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code must not be empty, and must not begin or end with a space. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A competitor needs a code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cycle cannot end as: {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A day is written as 2026-01-31, a time as 06:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A day is written as 2026-01-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A decision mixes currencies. Nothing was saved. This is a fault of the program: please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A decision on {sku} has no id. Nothing was saved. This is a fault of the program: please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A delegation ends at a time to come, within a year. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A digit checks the rows; then A approves them, R rejects them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A digit rejects. Tab: comment, then Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A journal entry ({kind}) was made outside a transaction. Nothing was written. This is a fault of the program: please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A margin exception needs a reason (clearance, near_expiry, loss_leader), a period that ends after it begins, and somebody who approves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer decision on the same price has taken this one's place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pack needs at least one piece and a positive content. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price must be in the currency of its price zone. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price must be positive. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price must not depend on "{segment}": {reason}. Lawful segments are contract, loyalty, quantity, channel and market. The rules are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price must not end before it begins. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price that you try: F2 types it, Ctrl+D fills it down, S sends it to Approvals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pricing cycle cannot be started, because {path} cannot be written. Nothing was changed. Make the workspace's folder writable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pricing cycle is already running on this workspace ({program}, process {process} on {computer}). Nothing was changed. Wait until it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proof of %1 entries was written to %2. Send it, and give its reader the fingerprint %3 by another way: one command checks it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rate can be given with 0 to 60 decimal places, not {places}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A role is KVI, foreground, background or tail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule needs an id. The rules are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A source needs a code and a positive freshness limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A standard error is not positive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stored decision cannot be read ({what}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table is still being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text anywhere in an entry: a comment, a file's name, an id (/ or Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text in the entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight is negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workbook for buyers: new price, reason and comment are open, the rest is locked. Ctrl+I reads it back as a difference, through the guardrails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workbook holds at most {most} rows. Nothing was written to {path}: choose CSV, or filter the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workspace is one file with products, costs, sales, competitor prices and every decision. Open one here, or make one: “installer/start” sets up the sample, “pricewright-engine --workspace FILE init” an empty one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workspace needs a name. Nothing was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against the version before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 entries are what was written, and the signed head outside the file agrees, up to entry %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 entries are what was written. There is no signed head outside the file to compare the end with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All %n rows shown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All about this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that are %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All zones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already approved: U undoes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+↑</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+↑  Alt+↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An amount needs a currency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anomaly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to {path} and did not finish in time. Nothing was changed here. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another rule is called "{rule}" already. The rules are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anybody but the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approvals %1.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved and not yet released: can still be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved prices stand here until the next release slot. Until then they can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As Excel and LibreOffice open it here. Texts that begin like a formula are kept texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it stands in the channel's CSV file, read just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At stake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average price paid per unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back by themselves at their time; H says when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the price in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bare keys act on rows. Take one with Ctrl or Alt, or a function key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch %1 goes out %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch %1 is published: B rolls it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch %1 released: %2, read back from the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch {batch} cannot be joined with itself. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch {batch} cannot go out before {at}: until then its approvals can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch {batch} is not published, so there is nothing to roll back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch {batch} is {state} and cannot become {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch {batch} is {state} and no longer waits for its release. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch {batch} would be left without a price, or nothing was chosen of it. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below the last row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bounds must be positive, and the floor must not lie above the ceiling. The old bounds are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bringing {path} up to date failed at step {step}. The file is as it was, and its backup lies beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By this computer’s clock. Goes out %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV and JSON do not agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV as Excel and LibreOffice open it here. A table proves nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV for programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV for spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV with commas, dots and ISO times. A table proves nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the cycle: %1, %2 percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1 cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change 1 cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the release slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change this setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check all rows like %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check all rows like this one …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check all rows shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check and save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check or uncheck the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking against every limit …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking every entry …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file to import …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose prices: Shift and the arrows, or Ctrl+A for all that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose some of the batch's prices first: they get a batch of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two rows or more: the topmost one's value goes into the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two waiting batches with Shift and the arrows: M joins them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter of the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors as the system has them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of %1, required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns end at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commas, decimal points, ISO dates, UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment kept under %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment on %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment, kept with the decision and in the audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Competitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Competitor prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Competitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Competitors and cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Competitors' median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computes the whole case again from its stored inputs and compares every bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing the case again …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content of one piece, in pack_unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of %1 is %2 from today on · U takes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of %1 taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of one sales unit, net of VAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost, price, limits or competitors have changed since the proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+F  /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycle %1 %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycle %1.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycle cancelled: no price was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycle finished in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycle starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycle {cycle} has ended already: {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycle: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data as of %1 UTC · filter: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data as of %1 UTC · one cycle, no filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data as of %1 UTC · one decision, no filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data of the chart copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data readiness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days of the period ending then on which it could be bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days of the period on which it could be bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions can be put off until a later time, a month at most. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions on this SKU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delegate my decisions …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered, for the content of our product, in our currency: what is compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demand and weekly profit by price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demand and weekly profit by price: left and right read it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demand could not be estimated ({why}). Rules stood in for the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demand was not estimated within {seconds} s. Rules stood in for the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the draft of the rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit price · %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit price …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective from the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elasticity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elasticity, cost and competitors act together in the model: no share of its own can be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter goes to the batch's prices; X takes out the one in focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter keeps it. Esc leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry %1 · %2 · %3 values changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry %1 · %2 · 1 value changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry %1, on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change stands here, who made it and why, in a chain that shows when something was altered. The first import writes the first entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every decision is in the file at once; nothing needs a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every entry with its hash, signed by this device. Anybody can check it without the workspace: pricewright-engine audit check FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every file is as it should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every price is live where it should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every price is right already; what was changed by hand in the files is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every price of batch %1 was changed again since: nothing would go back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row of %1 was there already: nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected change a week of all of them together, siblings included, with its 90 % interval. Groups are added as independent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected change a week with its 90 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected change a week. The ends of the rows' 90 % intervals are added: the widest that the joint interval can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected change of profit a week with its 90 % interval, as stored with the decisions. Means are added, and so are variances, as if the prices were independent of each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected profit %1 [%2 … %3] %4 a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export with a proof (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F2 in the column Cost fills it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files written again: %1, read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter  /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by SKU, product, zone or category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by SKU, product, zone or category (/ or Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a text  /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit columns to the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flagged for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focused row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example &gt;20, &lt;=3.5, 10..20, – for empty; ! in front turns it around, | means or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example orange, OJ-*, "exact words", – for empty; ! in front turns it around, | means or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For paper: header, page numbers, filters and time of the data on each page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the price now to the proposed one, reason by reason: up and down read it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From which day to which day?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gouging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gross margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gross margin at the regular price, net of VAT, at replacement cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gross margin in percent of the price: cost = price × (1 − margin/100)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halted by: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height of rows in tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest rival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home  End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours of the week in which the rule holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the file is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ISO 4217 code; where it is missing, the price zone's currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import products with their prices, costs and sales: then they stand here, and a cycle can learn what a price does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import, or propose what was edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports that were made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index &lt; 95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input · age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead of price: takings of the period; price = revenue ÷ units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intended against live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intended against live prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intended against live · %1 differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice lines only: the invoice number; one that starts with C is a cancellation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the last change reached the disk. Open the workspace again and look before you repeat it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cancelled before it began; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was changed again since. Nothing was put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J  K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J  K  ↓  ↑</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join two batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KVI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key value item, foreground, background or tail. F2 changes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of entry: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels to change: one for each price in a zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language, from the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last cycle, station by station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learnt from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave without a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the period; where it is missing, told by how far the days of a listing stand apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like this…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits of %1 changed · U takes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits · %1 of %2 need a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits · all %1 kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits, margin and index can still be tried with + and −.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listing {listing} is not part of this decision's inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock or unlock the tried price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through the journal …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through the journal, %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest rival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin %1 → %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin now %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin proposed %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin then %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean rival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum advertised price by contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum advertised price by contract, where it is lawful.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monday morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of this view: columns, order, filters and groups are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly every row was rejected, so the file was probably read the wrong way. Nothing was imported. Look with --preview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New batch (key N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New batch from approvals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rule %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first · times at this desk, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No batch yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column was found for: {field}. Nothing was imported. Name it with --column FIELD=COLUMN, or give all rows one value with --set FIELD=VALUE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No competitor price that is fresh enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No curve: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No curve: no model priced this product.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cycle has priced {sku} yet. Run one with: cycle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cycle has run in this workspace yet. A cycle looks at sales, costs and competitors, proposes prices, and puts here what it may not decide alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cycle has run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cycle has run yet. Run one with: cycle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cycle has run yet: Ctrl+R runs one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cycle yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data yet: import products, costs and sales.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry fits this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No offers of the last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other row is like this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price above this, whatever the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price below this, whatever the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price differs from the one in force: nothing to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price history and no competitor prices yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price is best under this demand: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price is published yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price matches this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price may be higher, whoever decides. F2 changes it; empty: none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price may be lower, whoever decides. F2 changes it; empty: none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price moved in the last 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price reaches this margin. The price holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row matches this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row of this table has this code and these texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row to print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No workspace is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody decides in his own stead. Choose another person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody stays out: one signature approves all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these prices can be signed: {why}. No batch was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a price yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not before %1: until then its approvals can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sold here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood; this column is not filtered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be pasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be released, because {path} cannot be written. Nothing was changed. Make the workspace's folder writable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be split by these weights: none may be negative, and one must be positive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changes: of %1 prices, none would be bound otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing differs from the rules in force: there is nothing to save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing moves the price: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of batch %1 was left to publish: its prices were changed meanwhile, or lie outside their bounds. The prices in force hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this page to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to put into a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was decided in the last 14 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported since the window was opened; Delete takes back the import in focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers, dates and codes as what they are, a header that stands still, a filter over every column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a difference: when the file, or what should be in it, last changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of own regular price, with half the width of its 95 % interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the last four weeks on average, net of VAT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers of the last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers · %1 of %2 counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On shelf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once prices are in force, each channel has a complete price list, and this page reads it back from the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One rule needs a look: see the last column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a director may release this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only about %1: press to show all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only differences (key D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only lawful ones: a price never depends on who a person is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only low price index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only stale competitor prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the rejected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open workspace …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the journal …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the workspace …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others have saved rules meanwhile. Your draft is kept; discard it to see theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own price from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own price in percent of the median of accepted, fresh competitor offers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own price ÷ median of competitors' fresh prices × 100 (100 = parity), each price alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own price ÷ median of competitors' fresh prices × 100 (100 = parity), weighted by the revenue of the last four weeks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path of a file; Enter reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pieces in one sales unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press A again to approve %1 prices at once. Esc cancels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price against competitors over 52 weeks: left and right read it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price against competitors, 52 weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price changed: somebody else approves an edited price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price changes waiting for a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price decision for %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price moved meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price moves since yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of one of theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price war</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices are being released at this moment ({program}, process {process} on {computer}). Nothing was changed here. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices for the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices go out when that day begins, by the clocks of each price zone. Empty: the next release.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices that it says something of at this moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices that the rule is for, whatever the hour and the stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices that wait for approval, and approved ones that are not released yet, stand here. A cycle proposes some, or try prices in the Catalogue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices to edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices were decided since for products that this import brought, and decisions are kept for good. So it cannot be taken back. Import corrected figures instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pricewright workspaces (*.pricewright *.pw *.db)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pricing cycle of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prior price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profit %1/wk, 90 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profit / wk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profit a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profit change a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profit high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profit low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profit of the whole category in this zone, the cost of new labels taken off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profit, 5 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profit, 95 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profit/wk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof · BROKEN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof · sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose %1 prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose 1 price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put %1 prices back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put 1 price back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put off %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put off %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put off …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put off…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the focus on the cell where the pasted cells shall begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read back from the channel's file just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read back: %1 of %2 are not what they should be. T writes the files again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read back: %1, every one right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading or writing {path} failed ({message}). What was saved before is kept. Check the disk and do it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the batches …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the catalogue …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the files …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the group …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Realized gross margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Really approve %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject %1 prices: why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject %1: why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected, expired, superseded, published: the last 14 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release %1 prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release 1 price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release batch %1 now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release the batch now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release undone: %1 wait in Approvals again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Releasing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed from the draft · Ctrl+Z brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replacement cost in force. F2 changes it from today on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay the decision of the entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay: compute this decision again from what was stored (key P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue %1/wk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue / wk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue, last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue/wk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right of the last column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rivals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back batch %1, “%2”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll the batch back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows, and what is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule {rule} is not a JSON object. The rules are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule {rule}: prices are compared with the median or the lowest, not with {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule {rule}: the amount {value} does not fit its kind. The rules are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule {rule}: the percentage {value} does not fit its kind. The rules are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule {rule}: the schedule's {field} cannot be {value}. The rules are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule {rule}: there is no field "{field}". The rules are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule {rule}: {field} cannot be {value}. The rules are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule {rule}: {value} is no kind of rule. Known are: floor, ceiling, match, undercut, index, cost-plus, ending, hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule {rule}: {value} is no list of price endings. The rules are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule {rule}: {value} is no priority. Write a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule {rule}: {value} is no role. Known are: kvi, foreground, background, tail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule {rule}: {value} is no stock. Write a number that is not negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules and people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules are a JSON list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules in force say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules, the first that decides wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SKU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SKU, or its beginning and a star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SKUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales, costs, stock, products, promotions, competitor prices, own prices or exchange rates as CSV, also packed (.gz); or a workbook of prices that was written here and edited outside. Nothing is changed before you have seen what would be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as picture (PNG) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as vector picture (SVG) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save data (CSV) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save data for Excel (CSV) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save once more to keep it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this view …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as version %1. The next cycle follows these rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved locally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why the journal's difference is accepted: --reason TEXT. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search SKUs, decisions, offers, actions …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search and actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search, or find an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See their_packs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sellers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sellers seen too long ago: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send %1 to Approvals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to Approvals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send tried prices to Approvals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set prices of the batch apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several rows have this code: paste their zone with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the period featured in a leaflet or e-mail, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the period on promotion, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show %1: %2 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all entries about the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all pending prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show changed settings only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show differences only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show entry %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what has changed since it was proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what waits for release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what was decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Siblings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign %1 prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign 1 price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since the regular price last changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold on average in the last four weeks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed this decision meanwhile. Nothing was overwritten. Look at it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else proposed this price. It was left in the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something came later that stands on what this import brought: another import, an edit or a published price. So it cannot be taken back. Take later imports back first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space  X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stations of the cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step 24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step 7 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still without a column: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped at %1 % of the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped, as you asked. Nothing is half done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was written or changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: nothing was imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: nothing was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: the workbook was not read to its end, and nothing was taken from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: {path} was not written. A file that was there is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping the cycle …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored inputs are never changed: {case} is there already, with another content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table for Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table for programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables and workbooks (*.csv *.tsv *.txt *.gz *.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the import in focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take prices out of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That delegation has ended already, or is between two others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That version is in the draft now; saving puts it in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The %n chosen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The bar code number (GTIN, EAN, UPC): 8 to 14 digits, leading zeros kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch that brought the price in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ceiling must not lie below the floor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change was taken back as a whole, because a part of it failed. The workspace is as it was before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen entries, signed by this device, and the bare hashes of the others, so that the chain can still be followed: pricewright-engine audit check FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class that decides the VAT rate: standard, reduced …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column {column} is missing from the workbook. Nothing was taken from it. Put it back, or write the prices out anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns have different lengths.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comment is longer than {most} characters. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The competitor's own code of the product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost is as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The currency that is 1; EUR where it is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cycle was halted before anything was published: %1. Every proposal waits here for a human.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data hold something that is not a number, or is infinite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The delegation has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds {path} is full. The change was not made; everything before it is kept. Free some space and do it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk with the price files ({path}) is full. The old files are complete and stay; the batch is tried again at the next release.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft of last time is still here. Nothing of it is in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file for rejected rows, {path}, cannot be written. Nothing was imported. Name another one with --rejects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no column {column}. Nothing was imported. --preview shows the columns that it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds no cases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder for price files, {path}, cannot be written. The old files are complete and stay; the batch is tried again at the next release.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} does not exist, so nothing can be made in it. Make the folder first, or name one that is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder's sample.json cannot be read at: {key}. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group of products that compete for the same purchase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guardrails do not let this price through: {reason}. The proposal is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header of {path} cannot be used: {why}. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was stopped, as you asked. Nothing of it was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal agrees with its signed head. There is nothing to accept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal does not reach, or does not agree with, the signed head that is kept outside the file ({path}, entry {head}): entries were removed or replaced, or an older file was put in its place. Nothing is changed in it any more. Keep a copy of it and compare it with a backup. Where the difference is meant, a director goes on with pricewright-engine audit accept --reason TEXT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal has no entry {entry}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal is broken at entry {entry}: what is in the file is not what was written. Keep the file as it is, and compare it with a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal is broken%1: %2. What is in the file is not what was written. Keep the file as it is, and compare it with a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal's head cannot be kept outside the workspace, at {path} ({message}). Changes are recorded, but a shortened journal would not be noticed. Make the folder writable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last cycle as PDF …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last cycle left no price for a human. A new cycle looks at sales, costs and competitors again and puts here what it may not decide alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last director cannot be taken away: somebody must be able to decide. Make another one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limits are as they were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limits leave no room for this price, so it cannot be approved. The price in force holds. Change what is in conflict, then run a cycle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The maker's brand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapping cannot be read at: {key}. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapping is kept as “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other currency; or one column a currency, as the ECB writes them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price file {path} cannot be read as a price list: it was changed by hand or by another program. The prices in force are kept in the workspace; write it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price file {path} could not be written. The old file is complete and stays; the batch is tried again at the next release.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price file {path} is not there. The prices in force are kept in the workspace; write the files again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price file {path} was read back and is not what was written. The batch counts as failed and is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price in force by the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price in force changed after the approval, so this was not published. Run a cycle for a fresh proposal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price is in {needed}, the row says {currency}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price of {sku} now lies outside its absolute bounds and was not published. The price in force holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price of {sku} was changed again since then. Roll back the newer change first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price zone: a store, region or shop that has its own prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pricing workstation: its window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The product's code, as you write it: leading zeros are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The promotion's price, where it has one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proof cannot be read ({what}). Nothing can be said about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proposal has changed since you looked at it. Nothing was decided. Look at it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The regular price in force then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The regular price in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The regular price, as published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report could not be written to {path} ({what}). An older file is kept as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The role is as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows shown as PDF …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule {rule} cannot be kept: look at {field}. The rules are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules were changed by somebody else since you began. Yours were not saved and are kept here: look at the newer ones, then save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sales channel; all where it is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seller on a marketplace; where it is missing, the competitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signed head of the journal at {path} does not carry this device's signature. It was not overwritten, and nothing is changed in the workspace. Find out who changed it; a director may then go on with pricewright-engine audit accept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored inputs of this decision are damaged: their checksum does not fit. Its price is not affected, but it cannot be replayed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored inputs {case} are not in the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system's cryptography library offers no SHA-256, so nothing can be proven. Install OpenSSL 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text that the hash is of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit of pack_size: oz, ml, g, each …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workbook is damaged (at {part}: {why}). Nothing was taken from it. Open it in a spreadsheet, save it anew, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workbook is larger than is read here ({what}). Nothing was taken from it. Delete what is not needed, and save it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workbook is locked by a password, or is of the format before .xlsx. Nothing was taken from it. Save it as .xlsx without a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace has no channel that prices could belong to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is open for reading only: nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is open for reading only: nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace refused a change that breaks its own limits ({message}). Nothing of the change was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace to open; without it, the last one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace {path} can only be read. Nothing was changed. Allow writing to the file and its folder, or work on a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace {path} could not do this ({doing}: {message}). Nothing of it was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace {path} is damaged. Nothing was written to it. Restore its newest backup, which lies beside it, or the copy that you keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace {path} was made by a newer version of this program (file version {version}, known here: {known}). It was not touched. Update the program, then open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace {path} was made by an older version (file version {version}) and must be brought up to date, which reading alone does not do. Open it once for writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace's own id, {id}, is no id: the file was changed by another program. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their content is their_packs ÷ our_packs of ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no answers on the topic "{topic}". Known are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too few rows for this estimate: {rows}, where {needed} are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is neither a saved mapping nor a file called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no "{value}" to pick by with --{option}. There are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no active user {user} in this workspace. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no batch {batch}. `status` lists the open ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command "{command}". `pricewright-engine --help` lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no cycle {cycle}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no encoding {encoding} here: use utf-8, latin-1 or windows-1252.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no exchange rate for {currency} on or before {day}. Import rates with: import FILE --kind fx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field {field} for this kind of file. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {path}. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no import with this id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no offer {offer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option {option} here. `{command} --help` lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no price in force to start from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no price to publish in this channel. The old file is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no product with the code {sku}. Codes are compared exactly, leading zeros included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no report "{what}". Known are: decisions, prices, audit, cycle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no row to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting {key}. `settings list` shows all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such decision. `queue list` shows what waits, `explain SKU@ZONE` what was decided last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such price zone. `zones list` shows those there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such role. The roles are analyst, manager and director; a product's are kvi, foreground, background and tail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no workspace at {path}. Check the name, or make one with: init.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {path}, which tells how the folder is to be read. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody else in this workspace yet. They are added by: pricewright-engine users set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in the comment. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo in the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are more than 100,000 lines: import them as a file instead. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are no keys. Write them like Ctrl+Shift+R or F9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These columns say the same thing, so their effects cannot be told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These price endings make no ladder. The old one is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These rows are no prices that could be edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These steps and endings make no price ladder (step {step}, cycle {cycle}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They come back by themselves; they expire all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This column cannot be edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This decision as PDF …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This demand curve cannot be used: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device's signing key at {path} cannot be used. It was not replaced. Restore it from a backup; without it, older heads cannot be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not work: {code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not wait for a decision: it is {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This entry belongs to no price decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file came here from another place, where its journal had been signed up to entry %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be written: decisions are not possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This import was taken back already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is being released or is published already and cannot be undone. Take it back with: rollback.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is more than a year ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is more than a year ahead. Nothing was changed. Choose an earlier day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no value for {key}. The old value holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no workbook. Nothing was taken from it. Save the table as .xlsx and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not JSON ({what}, at character {offset}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is over: Esc goes back to what waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is used as: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This listing has no price in force, so there is nothing to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This price could not be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This price lies outside the product's absolute bounds. The price in force holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This price would begin before one that is recorded already. Prices are only ever added at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This price zone has prices already, so its currency can no longer change. Make a new zone instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This product is not sold in that price zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program's own step {step} for bringing workspaces up to date is damaged. No file was touched. Install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This proposal expired at {at}: its evidence is too old. Run a cycle for a fresh one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This separator is not known: use a comma, semicolon, tab or |.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This time has passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This time has passed. Batch {batch} keeps its slot. Choose a later one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This time zone is not known here. Use a name like Europe/Berlin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user is not in the workspace's table. A director adds people with: users set NAME ROLE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value belongs to the workspace from its first day and cannot be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value cannot be kept for the workspace. The old one holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workbook ({title}) belongs to another workspace. Nothing was taken from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workbook was not written here, or its hidden sheet is gone. Nothing was taken from it. Write the prices out anew, and edit that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace cannot be written: you can look at everything, but not decide. Check the permissions of %1 and its folder, or open another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace has contents already. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try batch %1 again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two rules have the id {rule}. The rules are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a price above 0 with at most %1 decimals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a whole price above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type “%1” or “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>U  Z  Ctrl+Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>U Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncheck all rows shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the approval first, then edit the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the release of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: everything is where it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold all groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units / wk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units and profit by price: arrow keys move the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units high (90 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units in stock at the end of that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units low (90 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of that currency per unit of the base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units sold in the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units sold × average price paid, net of VAT, over the last seven days that sales cover; other currencies at today's rates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units/wk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until %1. They may approve what you may, but no price that you proposed. ← → change the time, Enter grants it. The journal names you both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until then a release can be undone; afterwards it can be rolled back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value at stake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vector picture (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify the whole journal (key V)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify what is live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions; Enter goes back to one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for approval: signed with the batch. Approved: moved over from the batch that it waits in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an import would do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What delivery adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened to the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened to this decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened to this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if %1 cost %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if %1 cost something else?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in the file? Say --kind products, costs, stock, sales, promotions, offers, prices or fx, or name a mapping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people call the product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the competitor asks for his own product.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the competitor calls the product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the draft would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the entry says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was rejected, expired, superseded or published stands here, with who and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you approve travels together: it waits here for its release, can be undone until then and rolled back afterwards. N makes one with a day and a name of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was seen: a day or a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When shall “%1” go out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the observation comes from: its freshness limit and terms are kept there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether customers can stock up on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it could be bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which days?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which decisions? Name them (ID or SKU@ZONE), or say --all, or --only REASON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which workspace? Name it with --workspace FILE, or set PRICEWRIGHT_WORKSPACE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who asks this price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who decides in my stead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who decides in my stead?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who proposed or edited a price cannot approve it. Ask somebody else, or, where one person works alone, switch on approval.self-approval: the audit then says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who, and for which decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why a human</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it rejected?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the rules are changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, or from where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why: kept with the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a new price that is being tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With margin_percent, instead of amount: the price the margin refers to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within the limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a positive cost there is no margin. The price holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write files again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the files of %1 again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the journal out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the new price here; leave it empty where nothing changes. The gray columns are locked: rows are found again by SKU and zone, so sorting and filtering are welcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the price files again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the table out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the journal out …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X takes a price out, back to Approvals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Z, Ctrl+Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zone %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a GTIN whose digits or check digit are wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a cancelled invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a change pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a change: to the allowed price nearest to what a pricing rule asks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a change: today's price lies outside the limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a chart as picture or table; Ctrl+Shift+C copies its picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a code that a spreadsheet turned into a number such as 4.0E+12, its digits lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a code that is empty or has control characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a code that is no product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a column that is no currency; it was left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a cost that is not positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day in the future</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day that cannot be meant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a draft: nothing of it is in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a feed moved by a factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a floor above its ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a historical average stands in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a human decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a journal that differs from its signed head accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a large change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a large median change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a later price is in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a limit moved the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line that is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a negative value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number that is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a period that ends before it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a period that overlaps another one of the same product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a policy is violated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a price before one that was published already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a price that is not positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pricing rule holds the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pricing rule sets the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a promotion runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quantity is a number, as quantity:10 or quantity:10-49</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quantity that is not positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quotation mark in the wrong place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quotation mark that is never closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a required value is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a share outside 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a spreadsheet's day numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a spreadsheet's day numbers, read with --date-format excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a spreadsheet's number instead of a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text that is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a word that is none of those allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a zero byte in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>absolute bounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adjusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adjusted to the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aim at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all entries about the same product or row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all, or like OJ-*, 4711</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all, or names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an anomaly was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an earlier limit is tighter everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an entry does not follow on the one before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an entry is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an entry is missing, doubled or out of order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an entry's content was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an impossible pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown competitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown price zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anomaly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another currency than before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another currency than the row's or the price zone's</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered without a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anywhere: price by one rung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approval or rejection taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approve the checked rows, else the row in focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved price waits for its release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved prices wait for their release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved, waits for its release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it stands now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>audit · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back to its default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back to the price in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch being published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch moved on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch rolled back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch waits again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batches; intended against live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below the minimum advertised price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below the minimum margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocked: far above competitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brand policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by a newer proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be decided: cost, stock, competitor price or time zone is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>case %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>category added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>category changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ceiling by rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change %1 percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed meanwhile: now %1 · proposed %2 %3. Your price is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed since: a later entry says by whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed too often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters that are broken in a file that is UTF-8 otherwise; the rows they stand in are rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check all rows like this one: same reason, SKU, category, zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the row; Shift+click checks a range; Ctrl+A all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check: what would the draft change?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking the proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose files; they can be dropped on the page too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>collects approvals, then goes out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma: 3,49</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comment, kept with the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>competitor data are doubtful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>competitor moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>competitor set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>competitor source is not fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>competitor sources are not fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>competitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>competitors moved since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>content %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy rows as a table with headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy the chosen entries, with headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost missing or not usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost not positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost plus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost with its markup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost without an exchange rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost without an exchange rate of the last weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counter-proposal: only a human can release it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cycle ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cycle failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cycle finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cycle halted before publishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cycle started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cycle stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day and month cannot be told apart. Say the format with --date-format, such as d.M.yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decided by the %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decides in another's stead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decides in another's stead no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decision %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decision · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decisions saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delegate: who decides in my stead, and until when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>demand does not fall with the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differences only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does NOT follow on its neighbors: something was removed or put in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dot and comma are both used as decimal marks. Say which with --decimal-mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dot: 3.49</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag the price, or ← → · L locks · N now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earlier prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earlier, later cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit new price, cost or role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit the price; its verdict comes before it can be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enough evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entries at the end are missing, or were replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every action, by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every price is live where it should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every price is right, other bytes were changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exchange rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected loss if it is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected loss over its limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fallback taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fallback taken: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>far above competitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fewer than two sellers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files read back, every price right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files read back, not as they should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fill down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>floor by rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follows on the entry before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>foreground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fresh, %1 old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from a source that is not public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from an experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from cost changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes out %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guardrails %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>halted before publishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held back at the last moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held: the price in force stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highest allowed %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>historical average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold by rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import, or propose the prices that were edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1:%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in batch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in both files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the chart: price by one rung, Shift by five</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the file twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the file, but not sold there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the zone's currency, like 2.49</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>index %1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>index to competitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input missing or impossible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside the bounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside the limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside what a fallback may change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted cycle closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted, nothing lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>into the detail; Esc back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>into the form; Esc back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is NOT what was written: its hash does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is for no price of the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is tried again at the next release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is what was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its last day has passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its limit crosses another's: the earlier one holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its limits changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its own history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>join two chosen batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jumps out of its own history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kvi, foreground, background or tail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ladder, corridor, and how far one cycle may go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>large change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>large change in 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>large change in 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last %1 ago by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last cycle %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last import %1: %2 rows, %3 rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last right %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning demand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave this file; stop while it is read in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let go of what is tried; back to the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letters that the encoding does not have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>like 2026-03-01</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>like 2026-03-31</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>like 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limits leave no room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, “%2”: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listing added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listing changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lock the tried price, so that others can be tried with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looking through the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowered to the ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest allowed %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>many codes begin with a letter and were taken for products, as with --lettered-codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>many prices on a floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mapping saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin %1 → %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>match competitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>match not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median of %1 sellers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minimum advertised price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minimum advertised prices are not enforced in this market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minimum margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minor units, like 99, 95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model, elasticity %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more decimals than can be kept exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more or fewer cells than the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved by limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved to an allowed ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved to another batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved to the ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n/a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a human</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs data on what customers looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negative units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither yes nor no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never changed so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never decides: an earlier rule decides for all its prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new batch; Ctrl+Enter signs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newest, oldest entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next part of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next release %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next, previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next, previous entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next, previous row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no VAT rate is recorded, so that no margin can be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no VAT rate of the product's class in the zone's market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no change: a pricing rule holds the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no change: limits and endings leave only prices that gain nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no change: no other price was ever seen near enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no change: of the allowed prices today's is nearest to what a rule asks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no change: the fallback comes to today's price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no change: the gain is smaller than the cost of a new label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no change: the limits leave no other price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no change: the price is where it pays most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no change: the rule comes to today's price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no change: the whole category would move too far at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no competitor prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no competitor reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no competitor reference, now or a week ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no cost: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no costs for these sales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no cycle has run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data below %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no elasticity to go by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no exchange rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no exchange rate for the cost of a label: it is not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no exchange rate of the last weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no exchange rate to hold it against the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no figures: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no fresh competitor prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model to ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price in force to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price of the ladder ends so: the rule never does anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no prices yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sales yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sales yet: import them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no stock recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no usable cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody decided in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none lies inside the limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a plausible price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an increase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not enforced in this market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not far above competitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not fresh: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not readable as a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not too often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not what it should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not worth a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not worth a change, but today's price is outside the limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not worth a change: today's price stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing can be recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is left in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is to be published here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing of its own, only its category's</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing unusual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now %1 · proposed %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers of weeks or periods mean no days yet. Say on which day number 1 began with --date-format week:YYYY-MM-DD, or name a column of days with --column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>observational</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>observed prices adopted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 % of revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the first %1, %2 would be rejected: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off by a factor of 10 or 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offer · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oldest expires in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oldest has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one counts a seller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one sign could mark decimals or thousands; it was taken for the decimal mark. Check the values, or say --decimal-mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open what a line is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ours ▲ %1 ▼ %2 · competitors ▲ %3 ▼ %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside what a fallback may change alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own price now %1, between %2 and %3 within the year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plausible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pooled: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price endings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price files not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price files planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price files read back and verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price files written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price gets a new cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price has no cost: it holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price set by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price that would be published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price waits for a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price war</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price zone added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price zone changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price, feature or display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prices get a new cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prices have no cost: they hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prices observed from %1 to %2, nothing is known outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prices proposed by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prices wait for a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pricing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pricing rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prior price of a reduction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>product added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>product changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>product · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>products with one row only: its period was taken to be seven days. If not, say it with --set days=N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>profit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>profit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>profit %1 between %2 and %3 a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>profit %1/wk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>profit a week between %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposal held by a guardrail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposals held by a guardrail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put before a human</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put off until a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quarantined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raised to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raised to the minimum margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read a chart off; Enter opens where a figure comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read the queue again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recent changes add up to too much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reject, with a reason by one digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>release failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>release now, or try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>released at the next slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>released in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>releases failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove the rule from the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced by a newer decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replacement (decides prices) or accounting (for reports)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replay the decision behind the entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revenue %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>roll back as one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>room between the limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row was rejected by an import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows of single days, added up to weeks from Monday to Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows of whole months, kept with each month's length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows were rejected by an import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule earlier, later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule-finding.matches-nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule-finding.not-tighter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule-finding.over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule-finding.same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule-finding.unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rules %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rules saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rules stand in: margin and competitor reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run a cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run a pricing cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save as a version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says the same as an earlier rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen %1, good for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send what is tried to Approvals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set prices apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setting changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several rows for one product and day: read as invoice lines and added up to weeks, as with --invoice-lines. --period-totals switches that off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed with another key than the one that was named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slot moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slot moved to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sold out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some dates have the day first, others the month. Say the format with --date-format, such as d.M.yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something in the file is not what was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something stands behind the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale competitor prices were left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale when older than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still worth a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stock above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stock below %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop what is under way; back to the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take a price out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take back the import in focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take back the last import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>testing the forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that is a personal trait or behavior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that is none of the lawful segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that is where somebody lives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that it earns more than changing the label costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the average of the prices that were in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the batch's prices; Esc back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the competitors' reference is over five times our price, or under a fifth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cost changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cost is about ten or a hundred times what it was, or a tenth or hundredth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cost is doubtful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cost is in another currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cost jumped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the decision as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end of the file is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the entry does not follow on the one before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the entry in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the entry's content was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the estimate cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the evaluator rejected it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is not UTF-8; it was read with the older encoding. Check names with accents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first %1 fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header is not what was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the interval is wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the interval spans zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last entry is not the head of the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the limits lead to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the limits leave no room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line is not what a proof holds here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the lowest competitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the median competitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the median of what competitors ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of entries is not what was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the one that this entry was made for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price does not change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price files of before stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price in force changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price in force is about ten times the one before, or a tenth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price in force is nearer than any price of the ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price in force stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price is not from a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price is the proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price that earns most by the demand curve; elasticity, cost and competitors in one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the profit curve is highest at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the public price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same for all rows:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same row twice, with different values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same row twice, with the same values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the signature at the end does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the signed head outside the file was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the stored figures do not say why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole cycle looks wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the workspace can only be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the workspace can only be read: nothing can be imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the workspace stands at this date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the zone's market is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a proof of a journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today's price is far above competitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few competitors to say what they ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few different prices were seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large a share of all prices at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too little history to tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too little that is fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many changes at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too old to count: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too short a history for seasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried again at the next release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typed by a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unavailable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undercut competitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo in the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo the last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo the release, until its slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo, until it is released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>units %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>units a week from about %1 to about %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>units/wk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unusual against its own history or category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verified at %1: BROKEN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verified at %1: sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verify again: read the files back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verify the whole journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>violated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for the release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for a human</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for its release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>walk the lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak evidence of elasticity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak evidence: test instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>week before: %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weeks of which only some days are known, left out of what is learnt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weeks that an earlier file had begun, added up over both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what rules need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the cheapest competitor asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why, limits, inputs, history, evidence; 1 again: the next chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>workspace changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>workspace made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worth of the final price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the files again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the journal out, with a proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writing the journal out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written by %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written by a later version of Pricewright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written, nothing had changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{by} has decided this already: it is {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} is not an active ISO 4217 currency code with 0, 2 or 3 digits. Codes are written in capitals: EUR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} has passed where these prices are asked. No batch was made. Choose a later day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} is no date format. Use patterns such as yyyy-MM-dd or d.M.yyyy, week:1989-09-14 for numbers of weeks, or excel for a spreadsheet's day numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} belongs to this device, not to the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} must be at least {limit}. The old value holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} must be at most {limit}. The old value holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read ({what}). Nothing was taken from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}). Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} changed while it was read. Nothing was imported. Try again when it is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written: {why}. A file that was there is as it was; choose another folder, or make room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged ({why}). Nothing was imported. Fetch the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is empty. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is larger than can be imported. Nothing was imported. Split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a Pricewright workspace. It was not touched. Choose another file, or make a workspace with: init.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a text file. Nothing was imported. Export it as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is open in another Pricewright window already; it has been asked to come to the front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is there already and was not touched. Choose another name for the new workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} unpacks to far more than it should. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was changed since it was read. Nothing was proposed. Read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{price} {currency} is no price that can be set here: it must be positive and in the price's own currency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} is no reason for a rejection. Known are: too-high, too-low, timing, competitor-data-doubtful, cost-doubtful, brand-policy, non-price-response, other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sku} already has this price, or the limits leave it there: nothing was proposed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sku} in {zone} stands in the workbook twice: the first row counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sku} in {zone} was decided twice in one cycle. Nothing of the cycle was saved. This is a fault of the program: please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sku} is not sold in {zone}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sku} is sold in several price zones. Say which: {sku}@ZONE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{user} has no role in this workspace and cannot decide. A director gives one with: users set NAME ROLE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{user} is what the program calls itself in the journal. Choose another name. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is no cost: it must be above zero. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is too large to be an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} does not wait in the queue. `queue list` shows what does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} may not do this: it takes the role {needed}, and the role of {who} is: {role}. Nothing was changed. A director gives roles with: users set NAME ROLE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Δ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Δ %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– choose a column –</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– not in the file –</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no cost: it must be above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>←  →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ stale: ends %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ all prices · newest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ complete to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ the same to the last bit, %1 decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ differs: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
