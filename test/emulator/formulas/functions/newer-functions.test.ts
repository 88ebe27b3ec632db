import { expectResults } from "./ticket-sheet.ts";

describe("LAMBDA and what takes one", () =>
  expectResults([
    ["=LAMBDA(x,y,x+y)(2,3)", 5],
    ["=LAMBDA(x,x)(1,2)", "#N/A"],
    ["=MAP(B1:B3,LAMBDA(m,m*2))", [[60], [90], [20]]],
    ["=MAP(B1:B2,{1;2},LAMBDA(a,b,a+b))", [[31], [47]]],
    ['=MAP(C1:C2,LAMBDA(s,IF(s="Open",1,0)))', [[1], [0]]],
    ["=BYROW(A1:B2,LAMBDA(r,COUNTA(r)))", [[2], [2]]],
    ["=BYCOL(A1:B3,LAMBDA(c,SUM(c)))", [[0, 85]]],
    ["=BYROW(A1:B2,LAMBDA(r,r))", [["#VALUE!"], ["#VALUE!"]]],
    ["=REDUCE(0,B1:B3,LAMBDA(sum,m,sum+m))", 85],
    ["=SCAN(0,B1:B3,LAMBDA(sum,m,sum+m))", [[30], [75], [85]]],
    ["=MAKEARRAY(2,3,LAMBDA(r,c,r*c))", [[1, 2, 3], [2, 4, 6]]],
    ["=LET(k,10,MAP(B1:B2,LAMBDA(m,m+k)))", [[40], [55]]],
  ])); // prettier-ignore

describe("reshaping", () =>
  expectResults([
    ["=VSTACK(A1:B1,A2:A2)", [["T-1", 30], ["T-2", "#N/A"]]],
    ["=HSTACK(A1:A2,B1:B1)", [["T-1", 30], ["T-2", "#N/A"]]],
    ["=CHOOSECOLS(A1:C2,3,-3)", [["Open", "T-1"], ["Closed", "T-2"]]],
    ["=CHOOSECOLS(A1:C2,4)", "#VALUE!"],
    ["=CHOOSEROWS(A1:A3,-1)", "T-3"],
    ["=TOCOL(A3:B4,1)", [["T-3"], [10], ["T-4"]]],
    ["=TOCOL(A1:B2,0,TRUE)", [["T-1"], ["T-2"], [30], [45]]],
    ["=TOROW(B3:B5,1)", [[10, 90]]],
    ["=WRAPROWS(A1:A3,2)", [["T-1", "T-2"], ["T-3", "#N/A"]]],
    ['=WRAPCOLS(A1:A3,2,"")', [["T-1", "T-3"], ["T-2", ""]]],
    ["=ARRAY_CONSTRAIN(A1:B5,2,1)", [["T-1"], ["T-2"]]],
    ["=TRANSPOSE(A1:A2)", [["T-1", "T-2"]]],
  ])); // prettier-ignore

describe("further numbers", () =>
  expectResults([
    ["=SIN(PI()/2)+COS(0)", 2],
    ["=ATAN2(1,1)*4", Math.PI],
    ["=DEGREES(PI())", 180],
    ["=ACOS(2)", "#NUM!"],
    ["=FACT(5)", 120],
    ["=FACT(-1)", "#NUM!"],
    ["=COMBIN(5,2)", 10],
    ["=GCD(12,18)", 6],
    ["=LCM(4,6)", 12],
    ["=EVEN(-3)", -4],
    ["=ODD(2)", 3],
    ["=PMT(0.05/12,60,10000)", -188.71233644],
    ["=PMT(0,10,100)", -10],
    ["=FV(0.05,2,-100,-1000)", 1307.5],
    ["=PV(0.05,2,-100)", 185.94104308],
    ["=NPV(0.1,{100,100})", 173.55371901],
  ]));

describe("functions for operators", () =>
  expectResults([
    ["=ADD(1,2)&MINUS(3,1)&MULTIPLY(2,3)&DIVIDE(8,2)&POW(2,3)&UMINUS(1)", "32648-1"],
    ["=DIVIDE(1,0)", "#DIV/0!"],
    ['=EQ("a","A")', true],
    ["=NE(1,2)", true],
    ["=GT(2,1)", true],
    ["=LTE(2,1)", false],
    ["=ISBETWEEN(5,1,5)", true],
    ["=ISBETWEEN(5,1,5,TRUE,FALSE)", false],
    ["=TO_PURE_NUMBER(B1)", 30],
  ]));
